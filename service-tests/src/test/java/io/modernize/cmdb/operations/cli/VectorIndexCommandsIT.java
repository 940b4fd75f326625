package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands on indexes, as they are typed. */
@ExtendWith(OutputCaptureExtension.class)
class VectorIndexCommandsIT {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TypedCommands commands;

    @SuppressWarnings("NullAway.Init")
    private static JdbcClient owner;

    /** In a database of their own, since they work on all client accounts. */
    @BeforeAll
    static void embedALargeAndASmallClientAccount() throws IOException {
        TestDatabase database = TestDatabase.shared().createMigrated();
        owner = JdbcClient.create(database.ownerDataSource());
        commands = new TypedCommands(database, Map.of("cmdb.search.index.promote-rows", "100"));
        embed("large-co", 120);
        embed("small-co", 2);
    }

    private static void embed(String clientAccount, int assets) throws IOException {
        Path file = Files.write(
                folder.resolve(clientAccount + ".jsonl"),
                IntStream.range(0, assets)
                        .mapToObj(i -> "{\"externalKey\": \"%d\", \"name\": \"server %d\"}".formatted(i, i))
                        .toList());
        assertThat(run(
                        "import",
                        file.toString(),
                        "--client-account",
                        clientAccount,
                        "--engagement",
                        "exit",
                        "--create"))
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void buildKeepAndAuditIndexes(CapturedOutput output) {
        int built = run("maintain-indexes");

        assertThat(built).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut())
                .containsPattern("large-co: index built over 120 assets in \\d+ s; recall 1\\.000 with ef_search 40, "
                        + "target 0\\.990 met")
                .contains("small-co: 2 assets, no index needed");
        assertThat(indexes()).isEqualTo(1);

        int kept = run("maintain-indexes");

        assertThat(kept).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("large-co: 120 assets, index covers all but 0");
        assertThat(indexes()).isEqualTo(1);

        int audited = run("audit-recall");

        assertThat(audited).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut())
                .containsPattern(
                        "client account +assets +strategy +knob +recall +exact p50 +plan p50 +plan p95 +target")
                .containsPattern(
                        "large-co +120 +approximate +ef_search 40 +1\\.0000 +[0-9.]+ ms +[0-9.]+ ms +[0-9.]+ ms"
                                + " +met")
                .containsPattern("small-co +2 +exact");
    }

    @Test
    void sayWhatTheyDoAndHowTheyExit(CapturedOutput output) {
        assertThat(run("maintain-indexes", "--help")).isEqualTo(ExitCodes.DONE);
        assertThat(run("audit-recall", "--help")).isEqualTo(ExitCodes.DONE);

        assertThat(output.getOut())
                .contains("Gives each client account the HNSW index that it needs")
                .contains("Measures each client account's recall against exact search")
                .contains("7 done, but a client account missed the target");
    }

    private static long indexes() {
        return owner.sql("select count(*) from pg_class where relname like 'cmdb\\_hnsw\\_%' and relkind = 'i'")
                .query(Long.class)
                .single();
    }

    private static int run(Object... words) {
        return commands.run(words);
    }
}
