package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands export and offboard as they are typed. */
@ExtendWith(OutputCaptureExtension.class)
class OffboardCommandIT {
    private final TypedCommands commands = TypedCommands.shared();
    private final JdbcClient admin = JdbcClient.create(commands.database().adminDataSource());

    @TempDir
    private Path folder;

    @Test
    void showsWhatItWouldDeleteAndDeletesNothing(CapturedOutput output) throws IOException {
        importing("shown", "exit");

        assertThat(run("offboard", "--client-account", "shown")).isEqualTo(ExitCodes.DONE);
        assertThat(run("offboard", "--client-account", "shown", "--engagement", "exit"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(run("offboard", "--client-account", "shown", "--engagement", "exit", "--confirm", "shown"))
                .as("the wrong slug")
                .isEqualTo(2);

        assertThat(output.getOut())
                .contains("Would delete client account shown (shown):", "Would delete engagement exit (exit)")
                .containsPattern("cmdb_assets +2\n")
                .contains("add --confirm shown", "add --confirm exit");
        assertThat(output.getErr()).contains("--confirm: \"shown\" is not what would be deleted");
        assertThat(assets("shown")).isEqualTo(2);
        assertThat(run("offboard", "--help")).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void deletesAnEngagementAndReportsIt(CapturedOutput output) throws IOException {
        importing("parting", "exit");
        importing("parting", "erp");
        Path report = folder.resolve("report.jsonl");

        int exitCode = run(
                "offboard",
                "--client-account",
                "parting",
                "--engagement",
                "exit",
                "--confirm",
                "exit",
                "--report",
                report.toString());

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut())
                .contains("Deleted engagement exit (exit) of client account parting; nothing is left of it:")
                .containsPattern("cmdb_asset_embeddings +2\n");
        assertThat(assets("parting")).isEqualTo(2);
        assertThat(Files.readAllLines(report)).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(report.toFile());
        assertThat(line.get("command").stringValue()).startsWith("offboard --client-account parting --engagement exit");
        assertThat(line.get("clientAccount").get("slug").stringValue()).isEqualTo("parting");
        assertThat(line.get("engagement").get("slug").stringValue()).isEqualTo("exit");
        assertThat(line.get("outcome").stringValue()).isEqualTo("Completed");
        assertThat(line.get("deleted")).anySatisfy(table -> {
            assertThat(table.get("table").stringValue()).isEqualTo("cmdb_assets");
            assertThat(table.get("rows").longValue()).isEqualTo(2);
        });
        assertThat(line.get("left").get("rows")).isEmpty();
        assertThat(run("offboard", "--client-account", "parting", "--engagement", "exit", "--confirm", "exit"))
                .as("it has gone")
                .isEqualTo(2);
    }

    @Test
    void exportsAClientAccountBeforeItGoesAndBringsItBack(CapturedOutput output) throws IOException {
        importing("leaving", "exit");
        importing("leaving", "erp");
        Path archive = folder.resolve("archive");

        int exitCode =
                run("offboard", "--client-account", "leaving", "--confirm", "leaving", "--export", archive.toString());

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut())
                .contains(
                        "Exported exit to ",
                        "2 rows in assets.jsonl, 0 rows in relations.csv, 2 rows in embeddings.jsonl")
                .contains("Deleted client account leaving (leaving); nothing is left of it:");
        assertThat(admin.sql("select count(*) from client_accounts where slug = 'leaving'")
                        .query(Long.class)
                        .single())
                .isZero();
        int imported = run(
                "import",
                archive.resolve("exit/assets.jsonl").toString(),
                "--client-account",
                "leaving",
                "--engagement",
                "exit",
                "--create");
        assertThat(imported).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("2 rows: 2 created, 0 updated, 0 unchanged, 0 rejected");
    }

    @Test
    void deletesNothingWhereItCannotExport(CapturedOutput output) throws IOException {
        importing("staying", "exit");
        Files.writeString(folder.resolve("something"), "else");

        int exitCode =
                run("offboard", "--client-account", "staying", "--confirm", "staying", "--export", folder.toString());

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(output.getOut())
                .contains(
                        "is not empty; choose another directory", "Nothing was deleted, as the export did not succeed");
        assertThat(assets("staying")).isEqualTo(2);
        assertThat(run(
                        "offboard",
                        "--client-account",
                        "staying",
                        "--confirm",
                        "staying",
                        "--report",
                        folder.resolve("absent/report.jsonl").toString()))
                .as("a report that cannot be written")
                .isEqualTo(2);
        assertThat(assets("staying")).isEqualTo(2);
    }

    @Test
    void exportsWithAndWithoutVectors(CapturedOutput output) throws IOException {
        importing("kept", "exit");

        assertThat(run(
                        "export",
                        "--client-account",
                        "kept",
                        "--to",
                        folder.resolve("a").toString()))
                .isEqualTo(ExitCodes.DONE);
        assertThat(run(
                        "export",
                        "--client-account",
                        "kept",
                        "--engagement",
                        "exit",
                        "--with-embeddings",
                        "--to",
                        folder.resolve("b").toString()))
                .isEqualTo(ExitCodes.DONE);
        assertThat(run(
                        "export",
                        "--client-account",
                        "kept",
                        "--to",
                        folder.resolve("b").toString()))
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(run(
                        "export",
                        "--client-account",
                        "absent",
                        "--to",
                        folder.resolve("c").toString()))
                .isEqualTo(2);

        assertThat(folder.resolve("a/exit/embeddings.jsonl")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("b/exit/embeddings.jsonl")))
                .hasSize(2);
        assertThat(output.getErr()).contains("Exporting: 2 of 2", "--client-account: there is no \"absent\"");
    }

    private void importing(String account, String engagement) throws IOException {
        Path file = Files.write(
                folder.resolve(account + "-" + engagement + ".jsonl"),
                List.of(
                        "{\"externalKey\": \"a\", \"name\": \"web shop\"}",
                        "{\"externalKey\": \"b\", \"name\": \"mail relay\"}"));
        assertThat(run("import", file.toString(), "--client-account", account, "--engagement", engagement, "--create"))
                .isEqualTo(ExitCodes.DONE);
    }

    private long assets(String account) {
        return admin.sql("select count(*) from cmdb_assets a join client_accounts c on c.id = a.client_account_id"
                        + " where c.slug = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private int run(Object... words) {
        return commands.run(words);
    }
}
