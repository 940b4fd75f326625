package io.modernize.cmdb.similarity;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Two clients' assets: the same keys and names, told apart by a marker that each row carries. */
public final class IsolationEstate {
    /** Each tells some rows of every engagement from others. */
    static final List<Filter> FILTERS = List.of(
            new Filter("ciClasses", List.of("cmdb_ci_linux_server"), row -> row.number() % 2 == 0),
            new Filter("environments", List.of("production"), row -> row.number() % 3 == 0),
            new Filter("osFamilies", List.of("WINDOWS"), row -> row.number() % 2 == 1),
            new Filter("locations", List.of("Dock 1"), row -> row.number() % 4 == 1),
            new Filter("statuses", List.of("Retired"), row -> row.number() % 2 == 1),
            new Filter("supportGroups", List.of("Ops 2", "Ops 0"), row -> row.number() % 3 != 1),
            new Filter("tags", List.of("tier:1"), row -> row.number() % 3 == 1),
            new Filter("attributes", List.of(Map.of("name", "rack", "value", "R1")), row -> row.number() % 2 == 1),
            new Filter("cpuCount", Map.of("min", 4, "max", 5), row -> row.number() >= 2 && row.number() <= 3),
            new Filter("memoryMib", Map.of("max", 4096), row -> row.number() <= 3),
            new Filter("storageGib", Map.of("min", 104), row -> row.number() >= 4));

    private IsolationEstate() {}

    /** A word that nothing of the other client has. */
    static String marker(String slug) {
        return slug.equals("harbor") ? "Obsidianfjord" : "Zephyrquartz";
    }

    /** Of different size for each client and engagement, so that a wrong count cannot be right by accident. */
    static List<Row> rows(String slug) {
        List<Row> rows = new ArrayList<>();
        if (slug.equals("harbor")) {
            add(rows, "alpha", 7, "KJV-730");
            add(rows, "beta", 11, "DGZ-740");
        } else {
            add(rows, "alpha", 9, "WXQ-710");
            add(rows, "beta", 6, "PLT-720");
        }
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String engagement, int count, String serialPrefix) {
        for (int number = 0; number < count; number++) {
            rows.add(new Row(engagement, number, serialPrefix + number));
        }
    }

    /**
     * An asset.
     *
     * @param number decides every attribute
     * @param serialNumber shares no word and no half with one of another engagement or client
     */
    record Row(String engagement, int number, String serialNumber) {
        String key() {
            return "asset-" + number;
        }

        String json(String marker, String remark) {
            boolean linux = number % 2 == 0;
            return JsonMapper.shared()
                    .writeValueAsString(Map.ofEntries(
                            Map.entry("externalKey", key()),
                            Map.entry("name", "server-" + number),
                            Map.entry(
                                    "description",
                                    "Oracle database " + number + " of the " + marker + " warehouse, " + remark),
                            Map.entry("ciClass", linux ? "cmdb_ci_linux_server" : "cmdb_ci_win_server"),
                            Map.entry("environment", number % 3 == 0 ? "Production" : "Test"),
                            Map.entry("osName", linux ? "Red Hat Enterprise Linux 9" : "Windows Server 2022"),
                            Map.entry("location", "Dock " + number % 4),
                            Map.entry("status", linux ? "Installed" : "Retired"),
                            Map.entry("supportGroup", "Ops " + number % 3),
                            Map.entry("owner", marker),
                            Map.entry("serialNumber", serialNumber),
                            Map.entry("cpuCount", 2 + number),
                            Map.entry("memoryMib", 1024 * (number + 1)),
                            Map.entry("storageGib", 100 + number),
                            Map.entry("tags", List.of("tier:" + number % 3, marker)),
                            Map.entry("attributes", Map.of("rack", "R" + number % 2, "mark", marker))));
        }
    }

    /** A condition as the API takes it, and which rows meet it. */
    record Filter(String name, Object value, Predicate<Row> rows) {
        Map<String, Object> input() {
            return Map.of(name, value);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param ids of assets, by engagement slug and key */
    record Client(
            ClientAccount account,
            Engagement alpha,
            Engagement beta,
            String marker,
            String token,
            List<Row> rows,
            Map<String, String> ids) {
        List<Engagement> engagements() {
            return List.of(alpha, beta);
        }

        String idOf(Row row) {
            return Objects.requireNonNull(ids.get(row.engagement() + "/" + row.key()));
        }

        Collection<String> assetIds() {
            return ids.values();
        }

        List<Row> in(Engagement engagement) {
            return in(engagement, rows);
        }

        List<Row> in(Engagement engagement, List<Row> some) {
            return some.stream()
                    .filter(row -> row.engagement().equals(engagement.slug().value()))
                    .toList();
        }

        Engagement engagementOf(String assetId) {
            return rows.stream()
                    .filter(row -> idOf(row).equals(assetId))
                    .map(row -> row.engagement().equals("alpha") ? alpha : beta)
                    .findFirst()
                    .orElseThrow();
        }

        /** Everything that no answer to anybody else may hold. */
        List<String> secrets() {
            List<String> secrets = new ArrayList<>(ids.values());
            rows.forEach(row -> secrets.add(row.serialNumber()));
            engagements().forEach(engagement -> secrets.add(engagement.id().toString()));
            secrets.add(account.id().toString());
            secrets.add(marker);
            return secrets;
        }
    }
}
