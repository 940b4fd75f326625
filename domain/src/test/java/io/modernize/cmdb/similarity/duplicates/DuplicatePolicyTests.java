package io.modernize.cmdb.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicatePolicyTests {
    private static final EngagementId ENGAGEMENT = new EngagementId(UUID.randomUUID());

    private final DuplicatePolicy policy = new DuplicatePolicy();

    @Test
    void combinesEvidenceAsIndependentChances() {
        Asset one = asset(
                host("web01", "web01.corp.example").serialNumber("ABC-123").addresses(List.of("192.0.2.1")));
        Asset other =
                asset(host("WEB01", "WEB01.corp.example").serialNumber("abc123").addresses(List.of("192.0.2.1/24")));

        DuplicatePair pair = judge(one, other, 0.98).orElseThrow();

        assertThat(pair.evidence())
                .containsExactly(
                        new SameSerialNumber("ABC123"),
                        new SameAddress("192.0.2.1"),
                        new SimilarNames(1),
                        new NearIdenticalVectors(0.98));
        assertThat(pair.score()).isCloseTo(1 - 0.1 * 0.4 * 0.3 * 0.5, within(1e-9));
    }

    @Test
    void isTheSameWhicheverAssetComesFirst() {
        Asset one = asset(AssetAttributes.named("web01").addresses(List.of("192.0.2.1")));
        Asset other = asset(host("web01", "web01.corp.example").addresses(List.of("192.0.2.1")));

        assertThat(judge(one, other, 0.97)).isPresent().isEqualTo(judge(other, one, 0.97));
    }

    /** The score that each kind of evidence gives alone, by what the names say; empty where none is proposed. */
    @ParameterizedTest
    @CsvSource({
        // the same fully qualified name
        "web01.corp.example, web01.corp.example, names, 0.7",
        // the same name, one of them qualified
        "web01, web01.corp.example, names, 0.55",
        "web-01, WEB01, names, 0.55",
        "web01, web01, serial, 0.955",
        "web01, web01, address, 0.82",
        "web01, web01, vectors, 0.775",
        // a slip
        "payroll-db-1, payrol-db-1, names, ",
        "payroll-db-1, payrol-db-1, vectors, 0.58",
        "payroll-db-1, payrol-db-1, address, 0.72",
        // nothing in common
        "bastion, vpn, serial, 0.8",
        "bastion, vpn, address, 0.5",
        "bastion, vpn, vectors, ",
        "bastion.corp.example, vpn.corp.example, address, 0.5",
        // siblings: number, domain, word
        "proxy01, proxy02, vectors, ",
        "proxy01, proxy02, address, ",
        "proxy01, proxy02, serial, 0.6",
        "proxy01.corp.example, proxy02.corp.example, vectors, ",
        "bodhi01.rdu3.corp.example, bodhi01.stg.rdu3.corp.example, vectors, ",
        "bodhi01.rdu3.corp.example, bodhi01.stg.rdu3.corp.example, address, ",
        "crm-web, crm-db, vectors, ",
        "crm-web, crm-db, address, ",
        "test-aws-rhel8-x64-1, test-azure-rhel8-x64-1, vectors, ",
        "buildvm-a64-01.corp.example, buildvm-a64-10.corp.example, vectors, ",
        "web01.corp.example, web02, vectors, ",
        "db01, db01-dr, vectors, "
    })
    void weighsEvidenceByWhatTheNamesSay(String one, String other, String evidence, @Nullable Double score) {
        Optional<DuplicatePair> pair = judge(
                asset(with(evidence, AssetAttributes.named(one))),
                asset(with(evidence, AssetAttributes.named(other))),
                evidence.equals("vectors") ? 0.999 : null);

        if (score == null) {
            assertThat(pair).isEmpty();
        } else {
            assertThat(pair.orElseThrow().score()).isCloseTo(score, within(1e-9));
        }
    }

    private static AssetAttributes.Builder with(String evidence, AssetAttributes.Builder asset) {
        return switch (evidence) {
            case "serial" -> asset.serialNumber("ABC-123");
            case "address" -> asset.addresses(List.of("192.0.2.1"));
            default -> asset;
        };
    }

    @Test
    void takesTwinsOfTwoEnvironmentsLocationsOrNetworksForTwo() {
        Asset plain = asset(host("web01", null));
        Asset production = asset(host("web01", null).environment("Production"));
        Asset staging = asset(host("web01", null).environment("Staging"));
        Asset here = asset(host("web01", null).location("Dock 1"));
        Asset there = asset(host("web01", null).location("Dock 2"));
        Asset oneNetwork = asset(host("web01", null).addresses(List.of("192.0.2.1")));
        Asset otherNetwork = asset(host("web01", null).addresses(List.of("198.51.100.1")));

        assertThat(judge(production, staging, 0.999)).isEmpty();
        assertThat(judge(here, there, 0.999)).isEmpty();
        assertThat(judge(oneNetwork, otherNetwork, 0.999)).isEmpty();
        for (Asset known : List.of(production, staging, here, there, oneNetwork, otherNetwork)) {
            assertThat(judge(plain, known, null))
                    .as("what is not known does not differ")
                    .isPresent();
        }
    }

    @Test
    void takesNoNameForEvidenceThatTooManyHave() {
        Asset one = asset(AssetAttributes.named("Apache").ciClass("cmdb_ci_web_server"));
        Asset other = asset(AssetAttributes.named("Apache").ciClass("cmdb_ci_web_server"));

        assertThat(policy.judge(one, other, Set.of(), 0.999)).isEmpty();
    }

    /** A print server and a file server of one place, and one of them recorded again with a typing error. */
    @Test
    void asksMoreOfVectorsWhereNamesDifferInALetter() {
        Asset print = asset(AssetAttributes.named("NWBGVAPS01"));
        Asset file = asset(AssetAttributes.named("NWBGVAFS01"));

        assertThat(judge(print, file, 0.979)).isEmpty();
        assertThat(judge(print, file, 0.981)).isPresent();
    }

    @Test
    void takesVectorsForEvidenceOnlyWhereTheyAreNearlyIdentical() {
        Asset one = asset(AssetAttributes.named("web01"));
        Asset other = asset(AssetAttributes.named("web01"));

        assertThat(judge(one, other, 0.949).orElseThrow().evidence()).containsExactly(new SimilarNames(1));
        assertThat(judge(one, other, 0.951).orElseThrow().evidence())
                .containsExactly(new SimilarNames(1), new NearIdenticalVectors(0.951));
    }

    /** A database has the address and often the name of its machine. */
    @Test
    void takesThingsOfDifferentKindsForTwo() {
        Asset machine = asset(host("db01", null).addresses(List.of("192.0.2.1")));
        Asset database = asset(
                AssetAttributes.named("db01").ciClass("cmdb_ci_db_ora_instance").addresses(List.of("192.0.2.1")));
        Asset sameMachine =
                asset(AssetAttributes.named("db01").ciClass("cmdb_ci_server").addresses(List.of("192.0.2.1")));

        assertThat(judge(machine, database, 0.999)).isEmpty();
        assertThat(judge(machine, sameMachine, null)).isPresent();
    }

    @Test
    void halvesTheScoreOfTwoSerialNumbers() {
        Asset one = asset(host("web01", "web01.corp.example").serialNumber("ABC-123"));
        Asset other = asset(host("web01", "web01.corp.example").serialNumber("DEF-456"));
        Asset placeholder = asset(host("web01", "web01.corp.example").serialNumber("None"));

        assertThat(judge(one, other, 0.999)).isEmpty();
        assertThat(judge(one, placeholder, null)).isPresent();
    }

    @Test
    void knowsSiblings() {
        Asset production = asset(host("web01", "web01.corp.example"));
        Asset staging = asset(host("web01", "web01.stg.corp.example"));
        Asset bare = asset(host("web01", null));

        assertThat(policy.areSiblings(production, staging)).isTrue();
        assertThat(policy.areSiblings(production, bare)).isFalse();
        assertThat(policy.areSiblings(staging, bare)).isFalse();
    }

    @Test
    void needsNoLargeAttribute() {
        Asset asset = asset(host("web01", "web01.corp.example")
                .ciClass("cmdb_ci_server")
                .environment("production")
                .location("Frankfurt")
                .serialNumber("ABC-123")
                .addresses(List.of("192.0.2.1"))
                .description("large")
                .tags(List.of("large")));

        AssetAttributes judged = DuplicatePolicy.judgedPartOf(asset).attributes();

        assertThat(judged)
                .isEqualTo(host("web01", "web01.corp.example")
                        .ciClass("cmdb_ci_server")
                        .environment("production")
                        .location("Frankfurt")
                        .serialNumber("ABC-123")
                        .addresses(List.of("192.0.2.1"))
                        .build());
    }

    private Optional<DuplicatePair> judge(Asset one, Asset other, @Nullable Double similarity) {
        Set<DuplicateKey> shared = new HashSet<>(DuplicateKey.of(one.attributes()));
        shared.retainAll(DuplicateKey.of(other.attributes()));
        Optional<DuplicatePair> judged = policy.judge(one, other, shared, similarity);
        assertThat(policy.judge(
                        DuplicatePolicy.judgedPartOf(one), DuplicatePolicy.judgedPartOf(other), shared, similarity))
                .as("the judgement by what is judged alone")
                .isEqualTo(judged);
        return judged;
    }

    private static AssetAttributes.Builder host(String hostName, @Nullable String fqdn) {
        return AssetAttributes.named(fqdn == null ? hostName : fqdn)
                .ciClass("cmdb_ci_linux_server")
                .hostName(hostName)
                .fqdn(fqdn);
    }

    private static Asset asset(AssetAttributes.Builder builder) {
        AssetAttributes attributes = builder.build();
        AssetId id = new AssetId(UUID.randomUUID());
        return new Asset(
                id,
                ENGAGEMENT,
                new AssetKey("test", id.toString()),
                attributes,
                "",
                ContentHash.ofContent(attributes),
                Instant.EPOCH);
    }
}
