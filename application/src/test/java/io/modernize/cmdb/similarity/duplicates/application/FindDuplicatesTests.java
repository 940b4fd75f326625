package io.modernize.cmdb.similarity.duplicates.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateWorld.Work;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindDuplicatesTests {
    private final DuplicateWorld world = new DuplicateWorld();

    @Test
    void findsAMachineThatTwoRegistersHave() {
        world.save("servicenow", host("web01", "web01.corp.example").addresses(List.of("192.0.2.1")));
        world.save("azure", AssetAttributes.named("WEB01").addresses(List.of("192.0.2.1")));
        world.save("servicenow", host("web02", "web02.corp.example").addresses(List.of("192.0.2.2")));

        world.find();

        assertThat(world.groups()).containsExactly(Set.of("web01.corp.example", "WEB01"));
    }

    @Test
    void takesAnAssetsVectorForEvidenceWhereItsNameAgrees() {
        world.embed(world.save("servicenow", AssetAttributes.named("Payroll engine")), 1, 0);
        world.embed(world.save("export", AssetAttributes.named("Payrol engine")), 1, 0.01f);
        world.embed(world.save("servicenow", AssetAttributes.named("Ledger engine")), 1, 0.02f);

        world.find();

        assertThat(world.groups()).containsExactly(Set.of("Payroll engine", "Payrol engine"));
        assertThat(world.duplicates
                        .page(new DuplicateGroupsQuery(world.scope, 1, null, false))
                        .entries()
                        .getFirst()
                        .evidence())
                .hasAtLeastOneElementOfType(NearIdenticalVectors.class);
    }

    @Test
    void proposesNoSiblingsHoweverAlikeTheirVectorsAre() {
        for (int i = 1; i <= 40; i++) {
            world.embed(
                    world.save("servicenow", host("proxy%02d".formatted(i), "proxy%02d.corp.example".formatted(i))),
                    1,
                    i / 10_000f);
            world.embed(
                    world.save("servicenow", host("proxy%02d".formatted(i), "proxy%02d.stg.corp.example".formatted(i))),
                    1,
                    i / 10_000f);
        }

        world.find();

        assertThat(world.groups()).isEmpty();
    }

    @Test
    void ignoresTheScoresOfStaleNeighbours() {
        Asset one = world.save("servicenow", AssetAttributes.named("Payroll engine"));
        Asset other = world.save("export", AssetAttributes.named("Payrol engine"));
        world.embed(one, 1, 0);
        world.embed(other, 1, 0);
        world.change(one, "moved");
        world.change(other, "moved, too");

        world.find();

        assertThat(world.groups()).isEmpty();
    }

    @Test
    void staysInsideTheEngagementWhateverTheScopeCovers() {
        AssetAttributes.Builder attributes = host("web01", "web01.corp.example").serialNumber("ABC-123");
        world.embed(world.save("servicenow", attributes), 1, 0);
        world.saveElsewhere("servicenow", attributes);

        TenantScope wide = world.clients.northwindScope();
        world.finish(wide, world.newProcess(), world.newProcess().begin(wide, world.clients.exit()));

        assertThat(world.groups()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.newProcess()
                        .advance(world.clients.erpScope(), world.newProcess().begin(wide, world.clients.exit())));
    }

    @Test
    void keepsADismissalUntilAMemberChanges() {
        Asset one = world.save("servicenow", host("web01", "web01.corp.example"));
        world.save("azure", host("web01", "web01.corp.example").description("copy"));
        world.find();
        world.dismissAll();

        world.find();
        assertThat(world.groups()).isEmpty();

        world.change(one, "moved");
        assertThat(world.groups()).hasSize(1);
        world.find();
        assertThat(world.groups()).hasSize(1);
    }

    @Test
    void forgetsGroupsThatAreNoneAnyMore() {
        Asset one = world.save("servicenow", host("web01", "web01.corp.example"));
        world.save("azure", host("web01", "web01.corp.example"));
        world.find();
        assertThat(world.groups()).hasSize(1);

        world.replace(one, host("web07", "web07.corp.example"));
        assertThat(world.staleGroups()).hasSize(1);

        world.find();
        assertThat(world.groups()).isEmpty();
    }

    @Test
    void goesOnWhereverItWasKilled() {
        int assets = 2 * FindDuplicates.PAGE + 10;
        for (int i = 0; i < assets / 2; i++) {
            world.save("servicenow", host("host" + letters(i), "host" + letters(i) + ".corp.example"));
            world.save("azure", AssetAttributes.named("host" + letters(i)));
        }
        world.find();
        List<Set<String>> expected = world.groups();
        assertThat(expected).hasSize(assets / 2);

        int transactions = world.transactions();
        assertThat(transactions).isGreaterThanOrEqualTo(8);
        int pages = world.work().pages();

        for (int last = 1; last <= transactions; last++) {
            world.killInTransaction(last);
            assertThatThrownBy(world::find).as("transaction %d", last).hasMessage("killed");
            assertThat(world.groups())
                    .as("what was found before stays meanwhile")
                    .isEqualTo(expected);

            int before = world.work().pages();
            world.find();
            assertThat(world.groups()).isEqualTo(expected);
            if (last > 3) {
                assertThat(world.work().pages() - before).as("went on").isLessThan(pages);
            }
        }
    }

    /** What a scan asks for grows with the number of assets, also where all of them are alike in everything. */
    @Test
    void growsWithTheNumberOfAssetsAndNotWithItsSquare() {
        Work small = workOf(500);
        Work large = workOf(1_000);

        assertThat(small.pages()).isEqualTo(2 * (500 / FindDuplicates.PAGE + 2));
        assertThat(large.pages()).isEqualTo(2 * (1_000 / FindDuplicates.PAGE + 1));
        assertThat(small.searches()).isEqualTo(500);
        assertThat(large.searches()).isEqualTo(1_000);
        assertThat(small.pairs()).isLessThanOrEqualTo(500 * 10);
        assertThat(large.pairs()).isLessThanOrEqualTo(2 * small.pairs() + 100);
        assertThat(small.keysFound()).isLessThanOrEqualTo(500);
        assertThat(large.keysFound()).isLessThanOrEqualTo(2 * small.keysFound() + 100);
    }

    private static Work workOf(int assets) {
        DuplicateWorld world = new DuplicateWorld();
        for (int i = 0; i < assets; i++) {
            // One name, one address and one serial number for all; and a number that every other one shares with one.
            world.embed(
                    world.save(
                            "servicenow",
                            AssetAttributes.named("server")
                                    .serialNumber(i % 2 == 0 ? "CHASSIS-1" : "SERIAL-" + i / 4)
                                    .addresses(List.of("192.0.2.1"))),
                    1,
                    i / 1_000_000f);
        }
        world.find();
        return world.work();
    }

    @Test
    void countsWhatItCompares() {
        world.save("servicenow", host("web01", "web01.corp.example"));
        world.save("azure", host("web01", "web01.corp.example"));

        DuplicateScan finished = world.find();

        assertThat(finished.phase()).isEqualTo(Phase.FINISHED);
        assertThat(finished.compared()).isEqualTo(2);
        assertThat(finished.total()).isEqualTo(2);
        assertThat(finished.groups()).isEqualTo(1);
    }

    private static AssetAttributes.Builder host(String hostName, String fqdn) {
        return AssetAttributes.named(fqdn)
                .ciClass("cmdb_ci_linux_server")
                .hostName(hostName)
                .fqdn(fqdn);
    }

    /** A word of its own for each number, since names that differ in a number are siblings. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (Character.digit(digit, 26) + 'a')))
                .collect(Collectors.joining());
    }
}
