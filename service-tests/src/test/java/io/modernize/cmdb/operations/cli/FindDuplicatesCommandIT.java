package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.SharedData;
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

/** The command as it is typed, with the model that comes along. */
@ExtendWith(OutputCaptureExtension.class)
class FindDuplicatesCommandIT {
    private static final String CLIENT = "twice";

    private final TypedCommands commands = TypedCommands.shared();
    private final JdbcClient admin = JdbcClient.create(commands.database().adminDataSource());

    @TempDir
    private Path folder;

    @Test
    void findsWhatWasRecordedTwice(CapturedOutput output) throws IOException {
        importing(
                "one",
                "assets.jsonl",
                List.of(
                        "{\"externalKey\": \"1\", \"name\": \"web01.corp.example\", \"addresses\": [\"192.0.2.1\"]}",
                        "{\"externalKey\": \"2\", \"name\": \"WEB-01\", \"addresses\": [\"192.0.2.1\"]}",
                        "{\"externalKey\": \"3\", \"name\": \"web02.corp.example\", \"addresses\": [\"192.0.2.2\"]}"));

        int found = run("find-duplicates", "--client-account", CLIENT, "--engagement", "one");

        assertThat(found).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("Duplicates: 3 assets compared, 1 group found");
        assertThat(output.getErr()).contains("Comparing");
        assertThat(run("find-duplicates", "--client-account", CLIENT, "--engagement", "absent"))
                .isEqualTo(2);
        assertThat(run("find-duplicates", "--help")).isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("Looks for assets that were probably recorded twice");
    }

    /** 371 hosts, most of them numbered or in production and staging alike, none of them recorded twice. */
    @Test
    void proposesNothingOfARealEstateButWhatItHasTwice(CapturedOutput output) throws IOException {
        Path estate = SharedData.file("fedora-servicenow.csv");
        assertThat(run("import", estate.toString(), "--client-account", CLIENT, "--engagement", "fedora", "--create"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(run("find-duplicates", "--client-account", CLIENT, "--engagement", "fedora"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(output.getOut()).contains("Duplicates: 371 assets compared, 0 groups found");

        List<String> lines = Files.readAllLines(estate);
        String host = lines.stream()
                .filter(line -> line.contains(",aarch64-test01,"))
                .findFirst()
                .orElseThrow();
        String[] cells = host.split(",", 6);
        importing(
                "fedora",
                "discovered.jsonl",
                List.of(
                        "{\"externalKey\": \"1\", \"name\": \"%s\", \"addresses\": [\"%s\"]}"
                                .formatted(cells[2], cells[4]),
                        "{\"externalKey\": \"2\", \"name\": \"AUTOSIGN01.rdu3.fedoraproject.org\"}"));

        assertThat(run("find-duplicates", "--client-account", CLIENT, "--engagement", "fedora"))
                .isEqualTo(ExitCodes.DONE);

        assertThat(output.getOut()).contains("Duplicates: 373 assets compared, 2 groups found");
        assertThat(admin.sql("select string_agg(lower(a.name), ' ' order by lower(a.name)) from"
                                + " duplicate_group_members m join cmdb_assets a on a.client_account_id ="
                                + " m.client_account_id and a.id = m.asset_id join engagements e on e.id ="
                                + " m.engagement_id and e.slug = 'fedora' group by m.group_id order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "aarch64-test01 aarch64-test01.fedorainfracloud.org",
                        "autosign01.rdu3.fedoraproject.org autosign01.rdu3.fedoraproject.org");
    }

    /** What exports of other kinds have twice can be counted by hand. */
    @Test
    void proposesLittleOfOtherExports(CapturedOutput output) {
        for (String name : List.of("adoptium-azure-migrate.csv", "netbox-devices.csv", "netbox-virtual-machines.csv")) {
            run(
                    "import",
                    SharedData.file(name).toString(),
                    "--client-account",
                    CLIENT,
                    "--engagement",
                    "mixed",
                    "--create");
        }

        assertThat(run("find-duplicates", "--client-account", CLIENT, "--engagement", "mixed"))
                .isEqualTo(ExitCodes.DONE);

        assertThat(output.getOut()).contains("Duplicates: 339 assets compared, 0 groups found");
    }

    private void importing(String engagement, String file, List<String> lines) throws IOException {
        Path path = Files.write(folder.resolve(file), lines);
        assertThat(run("import", path.toString(), "--client-account", CLIENT, "--engagement", engagement, "--create"))
                .isEqualTo(ExitCodes.DONE);
    }

    private int run(Object... words) {
        return commands.run(words);
    }
}
