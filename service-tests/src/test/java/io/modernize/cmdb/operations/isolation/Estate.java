package io.modernize.cmdb.operations.isolation;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The client accounts under test. All have the same keys, names and slugs; only their markers tell their data apart. */
public final class Estate {
    static final List<String> SLUGS = List.of("aster", "birch", "cedar");
    static final List<String> ENGAGEMENTS = List.of("exit", "merger", "refresh");

    private Estate() {}

    /** A word that stands in each asset of that engagement and in nothing else. */
    static String marker(String client, String engagement) {
        return "mark" + client + engagement;
    }

    /** Of different number in each engagement, so that a wrong count cannot be right by accident. */
    static int assets(String client, String engagement) {
        return 6 + 5 * SLUGS.indexOf(client) + 2 * ENGAGEMENTS.indexOf(engagement);
    }

    /** The file that an engagement begins with. Its first two assets are one and the same machine. */
    static String file(String client, String engagement) {
        return lines(
                marker(client, engagement),
                IntStream.range(0, assets(client, engagement)).boxed().toList(),
                "as delivered");
    }

    static String lines(String marker, List<Integer> numbers, String remark) {
        StringBuilder lines = new StringBuilder();
        numbers.forEach(number -> lines.append(asset(marker, number, remark)).append('\n'));
        return lines.toString();
    }

    private static String asset(String marker, int number, String remark) {
        boolean linux = number % 2 == 0;
        return JsonMapper.shared()
                .writeValueAsString(Map.ofEntries(
                        Map.entry("externalKey", key(number)),
                        Map.entry("name", "server-" + number),
                        Map.entry("hostName", "host-" + number),
                        Map.entry(
                                "description",
                                "Oracle database " + number + " of the " + marker + " ledger, " + remark),
                        Map.entry("ciClass", linux ? "cmdb_ci_linux_server" : "cmdb_ci_win_server"),
                        Map.entry("environment", number % 3 == 0 ? "Production" : "Test"),
                        Map.entry("osName", linux ? "Red Hat Enterprise Linux 9" : "Windows Server 2022"),
                        Map.entry("location", "Hall " + marker),
                        Map.entry("status", linux ? "Installed" : "Retired"),
                        Map.entry("supportGroup", "Ops " + number % 3),
                        Map.entry("owner", marker),
                        Map.entry("serialNumber", "SER-" + marker + "-" + Math.max(1, number)),
                        Map.entry("cpuCount", 2 + number),
                        Map.entry("memoryMib", 1024 * (number + 1)),
                        Map.entry("storageGib", 100 + number),
                        Map.entry("tags", List.of("tier:" + number % 3, marker)),
                        Map.entry("attributes", Map.of("rack", "R" + number % 2, "mark", marker))));
    }

    static String key(int number) {
        return "asset-" + number;
    }

    /** A client account with its engagements in the order of {@link #ENGAGEMENTS}. */
    record Client(ClientAccount account, List<Engagement> engagements) {
        Client {
            engagements = List.copyOf(engagements);
        }

        String slug() {
            return account.slug().value();
        }

        Engagement engagement(int index) {
            return engagements.get(index);
        }

        /** Everything by which its data would be known in an answer to somebody else. */
        List<String> secrets() {
            List<String> secrets = new ArrayList<>();
            secrets.add(account.id().toString());
            secrets.add("mark" + slug());
            engagements.forEach(engagement -> secrets.add(engagement.id().toString()));
            return secrets;
        }
    }
}
