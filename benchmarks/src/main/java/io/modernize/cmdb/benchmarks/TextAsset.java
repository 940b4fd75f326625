package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An asset with the words of a real estate: after {@code scripts/generate-assets.py}, with words that only some tens of
 * assets of a large client have (the project, the owner) and serial numbers that do not follow each other.
 *
 * @param system name, version and class of its operating system
 * @param role begin of its name, description and support group
 * @param stage letter in its name and environment
 * @param site begin of its name and location, one of ten
 */
record TextAsset(
        int number,
        System system,
        Role role,
        String business,
        Stage stage,
        Site site,
        String project,
        String owner,
        String serialNumber) {

    record System(String family, String name, String version, String ciClass) {}

    record Role(String prefix, String word, String group) {}

    record Stage(String letter, String environment) {}

    record Site(String code, String location) {}

    private static final String TAG = "TAG-";
    private static final String LINUX = "cmdb_ci_linux_server";
    private static final String WINDOWS = "cmdb_ci_win_server";

    private static final List<System> SYSTEMS = List.of(
            new System("linux", "Linux Red Hat", "9.4", LINUX),
            new System("linux", "SUSE Linux Enterprise", "15 SP5", LINUX),
            new System("windows", "Windows Server", "2022", WINDOWS),
            new System("windows", "Windows Server", "2016", WINDOWS),
            new System("aix", "AIX", "7.3", "cmdb_ci_aix_server"));
    private static final List<Role> ROLES = List.of(
            new Role("db", "Database", "dba"),
            new Role("app", "Application", "applications"),
            new Role("web", "Web", "web"),
            new Role("mq", "Messaging", "integration"),
            new Role("file", "File", "storage"),
            new Role("bak", "Backup", "storage"));
    private static final List<String> BUSINESSES = List.of(
            "payroll", "shop", "warehouse", "billing", "portal", "reporting", "recruiting", "procurement", "insurance");
    private static final List<Stage> STAGES = List.of(
            new Stage("p", "Production"),
            new Stage("p", "Production"),
            new Stage("t", "Test"),
            new Stage("d", "Development"));
    private static final List<Site> SITES = List.of(
            new Site("cgn", "Köln"),
            new Site("fra", "Frankfurt"),
            new Site("dub", "Dublin"),
            new Site("mtl", "Montréal"),
            new Site("osl", "Oslo"),
            new Site("mad", "Madrid"),
            new Site("lis", "Lisbon"),
            new Site("rom", "Rome"),
            new Site("zrh", "Zürich"),
            new Site("bos", "Boston"));
    private static final List<String> SYLLABLES = List.of(
            "ka", "mo", "ri", "ten", "lu", "va", "dor", "bi", "sol", "ne", "gar", "pi", "zu", "mar", "fe", "tol");
    private static final String SERIAL_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** The asset with that number. It is the same each time. */
    static TextAsset of(TextClient client, int number) {
        SplittableRandom random = Seeds.random(Purpose.TEXT_ASSET, client.row(number));
        return new TextAsset(
                number,
                pick(SYSTEMS, random),
                pick(ROLES, random),
                pick(BUSINESSES, random),
                pick(STAGES, random),
                pick(SITES, random),
                capitalised(word(3, random)),
                capitalised(word(2, random)) + " " + capitalised(word(3, random)),
                serialNumber(random));
    }

    /** The number from which {@link AssetAttributes#assetTag} of {@link #draft} was made. */
    static int numberOf(String assetTag) {
        return Integer.parseInt(assetTag.substring(TAG.length()));
    }

    String name() {
        return "%s%s%s%06d".formatted(site.code(), role.prefix(), stage.letter(), number);
    }

    String assetTag() {
        return assetTag(number);
    }

    /** The asset tag. Tags ascend with the numbers. */
    static String assetTag(int number) {
        return "%s%08d".formatted(TAG, number);
    }

    static String externalKey(int number) {
        return "sys-%08x".formatted(number);
    }

    String lastName() {
        return owner.substring(owner.indexOf(' ') + 1);
    }

    AssetDraft draft() {
        return draftWith(Map.of());
    }

    /** @param sourceAttributes attributes under the names of the source */
    AssetDraft draftWith(Map<String, String> sourceAttributes) {
        AssetAttributes attributes = AssetAttributes.named(name())
                .hostName(name())
                .fqdn(name() + ".corp.example")
                .addresses(List.of("198.51.%d.%d".formatted(number / 254 % 256, number % 254 + 1)))
                .ciClass(system.ciClass())
                .description("%s server for %s, maintained by project %s".formatted(role.word(), business, project))
                .osName(system.name())
                .osVersion(system.version())
                .cpuCount(1 << number % 7)
                .memoryMib(1024L << number % 10)
                .environment(stage.environment())
                .location(site.location())
                .owner(owner)
                .supportGroup(role.group())
                .status("Installed")
                .operationalStatus("Operational")
                .serialNumber(serialNumber)
                .assetTag(assetTag())
                .sourceAttributes(sourceAttributes)
                .build();
        return new AssetDraft(new AssetKey("servicenow", externalKey(number)), attributes);
    }

    private static <T> T pick(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String word(int syllables, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(pick(SYLLABLES, random));
        }
        return word.toString();
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String serialNumber(SplittableRandom random) {
        StringBuilder serial = new StringBuilder("CZ");
        for (int i = 0; i < 8; i++) {
            serial.append(SERIAL_CHARACTERS.charAt(random.nextInt(SERIAL_CHARACTERS.length())));
        }
        return serial.toString();
    }
}
