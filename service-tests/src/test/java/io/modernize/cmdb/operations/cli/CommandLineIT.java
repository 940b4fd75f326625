package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.testsupport.FreePort;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands as they are typed, of what every user needs. */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineIT {
    private static final String STACK_FRAME = "\tat ";

    private final TypedCommands commands = TypedCommands.shared();
    private final TestDatabase database = commands.database();
    private final JdbcClient owner = JdbcClient.create(database.ownerDataSource());

    @TempDir
    private Path folder;

    @Test
    void importsWhatIsNewChangedUnchangedOrUnusable(CapturedOutput output) throws IOException {
        Path first = file("first.jsonl", asset("a", "web shop"), asset("b", "mail relay"), asset("c", "print server"));

        int created = run("import", first, "--client-account", "acme", "--engagement", "exit", "--create");

        assertThat(created).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut())
                .contains("first.jsonl: ", "3 rows: 3 created, 0 updated, 0 unchanged, 0 rejected")
                .contains("Embedding: 3 assets embedded");

        Path second =
                file("second.jsonl", asset("a", "web shop"), asset("b", "mail gateway"), "{\"name\": \"no key\"}");
        int rejected = run("import", first, second, "--client-account", "acme", "--engagement", "exit");

        assertThat(rejected).isEqualTo(ExitCodes.ROWS_REJECTED);
        assertThat(output.getOut())
                .contains("3 rows: 0 created, 0 updated, 3 unchanged, 0 rejected; nothing has changed")
                .contains("3 rows: 0 created, 1 updated, 1 unchanged, 1 rejected")
                .contains("1 assets of earlier imports are not in this file; none deleted")
                .contains("Embedding: 1 assets embedded");
        assertThat(pathAfter("Rejected rows: ", output)).content().contains("externalKey");
        assertThat(pathAfter("Missing assets: ", output)).content().contains("c");
        assertThat(output).doesNotContain(STACK_FRAME);
    }

    @Test
    void refusesAFileItCannotReadAndSaysWhatToDo(CapturedOutput output) throws IOException {
        Path shapeless = file("notes.csv", "colour,taste", "red,sweet");
        Path absent = folder.resolve("absent.csv");

        int exitCode =
                run("import", shapeless, absent, "--client-account", "refusals", "--engagement", "exit", "--create");

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(output.getOut())
                .contains(shapeless + ": refused, nothing was stored: ", absent + ": refused, nothing was stored: ")
                .doesNotContain("Embedding");
        assertThat(output).doesNotContain(STACK_FRAME).doesNotContain("Exception");
    }

    @Test
    void doesNotGuessWhereToImportTo(CapturedOutput output) throws IOException {
        Path file = file("good.jsonl", asset("a", "web shop"));
        assertThat(run("import", file, "--no-embed", "--client-account", "known", "--engagement", "one", "--create"))
                .isEqualTo(ExitCodes.DONE);

        assertThat(run("import", file, "--client-account", "known", "--engagement", "two"))
                .isEqualTo(2);
        assertThat(run("import", file, "--client-account", "unknown", "--engagement", "one"))
                .isEqualTo(2);
        assertThat(run("import", file, "--client-account", "No Slug", "--engagement", "one"))
                .isEqualTo(2);
        assertThat(run("import", file)).isEqualTo(2);

        assertThat(output.getErr())
                .contains("--engagement: there is no \"two\"; add --create to create it")
                .contains("--client-account: there is no \"unknown\"; add --create to create it")
                .contains("--client-account: \"No Slug\" is no slug")
                .contains("Missing required option")
                .doesNotContain(STACK_FRAME);
        assertThat(owner.sql("select slug from client_accounts where slug = 'unknown'")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void embedsWhatAnImportLeft(CapturedOutput output) throws IOException {
        Path file = file("later.jsonl", asset("a", "web shop"), asset("b", "mail relay"));
        assertThat(run("import", file, "--client-account", "later", "--engagement", "one", "--create", "--no-embed"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).doesNotContain("Embedding: ");

        assertThat(run("embed", "--client-account", "later", "--engagement", "one"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("Embedding: 2 assets embedded");

        assertThat(run("embed")).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("Embedding: nothing was due");
    }

    @Test
    void grantsAndChangesMemberships(CapturedOutput output) throws IOException {
        Path file = file("granted.jsonl", asset("a", "web shop"));
        run("import", file, "--no-embed", "--client-account", "granted", "--engagement", "one", "--create");

        assertThat(grant("granted", "analyst")).isEqualTo(ExitCodes.DONE);
        assertThat(roles()).containsExactly("ANALYST");
        assertThat(grant("granted", "VIEWER")).isEqualTo(ExitCodes.DONE);
        assertThat(roles()).containsExactly("VIEWER");
        assertThat(output.getOut()).contains("Granted ANALYST in granted", "Granted VIEWER in granted");

        assertThat(grant("nowhere", "viewer")).isEqualTo(2);
        assertThat(grant("granted", "emperor")).isEqualTo(2);
        assertThat(output.getErr())
                .contains("there is no \"nowhere\"", "emperor")
                .doesNotContain(STACK_FRAME);
    }

    @Test
    void measuresSearchQualityAndLeavesNothingBehind(CapturedOutput output) throws IOException {
        Path assets = file(
                "assets.jsonl",
                asset("a", "web shop that sells shoes"),
                asset("b", "mail relay of the head office"),
                asset("c", "payroll database"));
        Path queries = file(
                "queries.jsonl",
                "{\"query\": \"salaries of employees\", \"kind\": \"semantic\", \"relevant\": [\"name-c\"]}",
                "{\"query\": \"name-b\", \"kind\": \"identifier\", \"relevant\": [\"name-b\"]}");

        Path results = folder.resolve("new/results.md");

        assertThat(run("evaluate", "--import", assets, "--queries", queries, "--results", results))
                .isEqualTo(ExitCodes.DONE);

        assertThat(output.getOut().lines())
                .contains(
                        "kind          queries  mode          MRR  nDCG@10    P@min(10,rel)",
                        "identifier          1  semantic    1.000    1.000            1.000",
                        "identifier          1  lexical     1.000    1.000            1.000",
                        "identifier          1  hybrid      1.000    1.000            1.000",
                        "semantic            1  semantic    1.000    1.000            1.000",
                        // None of its words is in any asset.
                        "semantic            1  lexical     0.000    0.000            0.000",
                        "semantic            1  hybrid      1.000    1.000            1.000",
                        "all                 2  semantic    1.000    1.000            1.000",
                        "all                 2  lexical     0.500    0.500            0.500",
                        "all                 2  hybrid      1.000    1.000            1.000");
        assertThat(results)
                .content()
                .contains(
                        "`./run evaluate --import " + assets + " --queries " + queries + " --results " + results + "`",
                        "- model: ",
                        "- version of the document template: " + AssetDocumentTemplate.VERSION,
                        "- constant of reciprocal rank fusion: 60",
                        "- weight of the ranking by words in it: ",
                        "- least share of the best score by words in it: ",
                        "| all | 2 | LEXICAL | 0.500 | 0.500 | 0.500 |",
                        "| semantic | salaries of employees | 1 | 1.000 | 0.000 | 1.000 |");
        assertThat(evaluationRuns()).isZero();

        Path shapeless = file("notes.csv", "colour,taste", "red,sweet");
        assertThat(run("evaluate", "--import", shapeless, "--queries", queries)).isEqualTo(ExitCodes.REFUSED);
        assertThat(evaluationRuns()).isZero();
        assertThat(output).doesNotContain(STACK_FRAME);
    }

    @Test
    void measuresOnlyTheModesAskedFor(CapturedOutput output) throws IOException {
        Path devices = file(
                "devices.csv",
                "name,role,manufacturer,device_type,site,status",
                "core-sw-01,core switch,Acme,X1,Berlin,active",
                "edge-fw-01,firewall,Acme,F1,Paris,active");
        Path queries =
                file("queries.jsonl", "{\"query\": \"edge-fw-01\", \"kind\": \"id\", \"relevant\": [\"edge-fw-01\"]}");

        assertThat(run("evaluate", "--import", devices, "--queries", queries, "--mode", "lexical", "--mode", "HYBRID"))
                .isEqualTo(ExitCodes.DONE);

        assertThat(output.getOut().lines())
                .contains(
                        "id                  1  lexical     1.000    1.000            1.000",
                        "id                  1  hybrid      1.000    1.000            1.000")
                .noneMatch(line -> line.contains("  semantic "));
    }

    @Test
    void refusesJudgedQueriesByLineBeforeAnythingStarts(CapturedOutput output) throws IOException {
        Path assets = file("assets.jsonl", asset("a", "web shop"));
        Path queries = file("queries.jsonl", "{\"query\": \"x\", \"relevant\": [\"a\"]}");

        assertThat(run("evaluate", "--import", assets, "--queries", queries)).isEqualTo(2);
        assertThat(run("evaluate", "--import", assets, "--queries", folder.resolve("absent")))
                .isEqualTo(2);
        Path good = file("good.jsonl", "{\"query\": \"x\", \"kind\": \"k\", \"relevant\": [\"a\"]}");
        assertThat(run("evaluate", "--import", assets, "--queries", good, "--results", folder))
                .isEqualTo(2);
        assertThat(run("evaluate", "--import", assets, "--queries", good, "--mode", "psychic"))
                .isEqualTo(2);

        assertThat(output.getErr())
                .contains("--results: " + folder + " cannot be written", "psychic")
                .contains("--queries: " + queries + ", line 1: not a judged query", "there is no readable file")
                .doesNotContain(STACK_FRAME);
    }

    @Test
    void saysInOneLineThatTheDatabaseIsUnreachable(CapturedOutput output) throws IOException {
        Path file = file("good.jsonl", asset("a", "web shop"));
        String address = "127.0.0.1:" + FreePort.find();
        int exitCode = commands.runAnew(
                Map.of("cmdb.database.url", "jdbc:postgresql://" + address + "/cmdb"),
                "import",
                file,
                "--client-account",
                "acme",
                "--engagement",
                "exit");

        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(output.getAll().lines().filter(line -> line.contains(address)))
                .singleElement()
                .asString()
                .startsWith("The database jdbc:postgresql://" + address + "/cmdb cannot be reached: ");
        assertThat(output)
                .doesNotContain(STACK_FRAME)
                .doesNotContain(database.ownerPassword())
                .doesNotContain(database.applicationPassword());
    }

    private int run(Object... words) {
        return commands.run(words);
    }

    private int grant(String clientAccount, String role) {
        return run(
                "grant",
                "--client-account",
                clientAccount,
                "--directory-tenant-id",
                "5f0c6f0e-0077-4000-8000-000000000077",
                "--object-id",
                "5f0c6f0e-0077-4000-8000-0000000000a7",
                "--role",
                role);
    }

    private List<String> roles() {
        return owner
                .sql("select role from memberships where object_id = '5f0c6f0e-0077-4000-8000-0000000000a7'")
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private int evaluationRuns() {
        assertThat(owner.sql("select count(*) from client_accounts where slug = 'evaluation'")
                        .query(Integer.class)
                        .single())
                .as("whether anything was evaluated at all")
                .isOne();
        return owner.sql("select count(*) from engagements e join client_accounts a on a.id = e.client_account_id"
                        + " where a.slug = 'evaluation'")
                .query(Integer.class)
                .single();
    }

    private static Path pathAfter(String label, CapturedOutput output) {
        Matcher matcher = Pattern.compile(Pattern.quote(label) + "(.+)").matcher(output.getOut());
        assertThat(matcher.find()).as(label).isTrue();
        return Path.of(matcher.group(1).strip());
    }

    private static String asset(String key, String description) {
        return "{\"externalKey\": \"%s\", \"name\": \"name-%s\", \"description\": \"%s\"}"
                .formatted(key, key, description);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
