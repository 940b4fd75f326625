package io.modernize.cmdb.similarity.listing.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.inventory.application.AssetWorld;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.filter.NumberRange;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link AssetLists} keeps. Its tests only read, all of them the same assets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AssetListsContract {
    private static final AssetSelection ALL = new AssetSelection(AssetFilter.none(), null);
    private static final int OF_EXIT = 23;
    private static final int OF_ERP = 9;

    private final AssetWorld world;
    private final TwoClients clients;
    private final AssetLists lists;

    protected AssetListsContract(AssetWorld world, AssetLists lists) {
        this.world = world;
        clients = world.clients();
        this.lists = lists;
    }

    @BeforeAll
    void createAssets() {
        // In several saves, so that there are several moments of change.
        for (int begin = 0; begin < OF_EXIT; begin += 5) {
            save(clients.northwindScope(), clients.exit(), begin, Math.min(OF_EXIT, begin + 5));
        }
        save(clients.northwindScope(), clients.erp(), 0, OF_ERP);
        save(clients.harborScope(), clients.cloud(), 0, 40);
    }

    private void save(TenantScope scope, EngagementId engagement, int from, int to) {
        world.catalog()
                .save(
                        scope,
                        engagement,
                        IntStream.range(from, to)
                                .mapToObj(AssetListsContract::draft)
                                .toList());
    }

    /** Values repeat, and each attribute is missing now and then. */
    private static AssetDraft draft(int number) {
        AssetAttributes.Builder attributes = AssetAttributes.named("server-" + number % 7)
                .osName(number % 2 == 0 ? "Red Hat Enterprise Linux" : "Windows Server 2022")
                .location("Dock " + number % 4)
                .tags(List.of("tier:" + number % 3))
                .sourceAttributes(Map.of("rack", "R" + number % 2));
        if (number % 5 != 0) {
            attributes.ciClass("cmdb_ci_" + number % 3).environment(number % 2 == 0 ? "Production" : "Test");
        }
        if (number % 4 != 0) {
            attributes
                    .cpuCount(number % 6)
                    .memoryMib(1024L * (number % 9))
                    .storageGib(new BigDecimal(number % 8).movePointLeft(1));
        }
        return new AssetDraft(new AssetKey("test", "key-" + number), attributes.build());
    }

    static Stream<AssetOrder> eachOrder() {
        return Stream.of(AssetOrder.Field.values())
                .flatMap(field -> Stream.of(new AssetOrder(field, false), new AssetOrder(field, true)));
    }

    @ParameterizedTest
    @MethodSource("eachOrder")
    void readsTheWholeListInOrderPageByPage(AssetOrder order) {
        List<Asset> expected = sorted(clients.northwindScope(), order);

        for (int size : new int[] {1, 4, 100}) {
            assertThat(readAll(clients.northwindScope(), ALL, order, false, size))
                    .as("pages of " + size)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("eachOrder")
    void readsItBackwards(AssetOrder order) {
        List<Asset> expected = sorted(clients.northwindScope(), order).reversed();

        for (int size : new int[] {1, 4, 100}) {
            assertThat(readAll(clients.northwindScope(), ALL, order, true, size))
                    .as("pages of " + size)
                    .isEqualTo(expected);
        }
    }

    /** In the order of the list, as nothing but the list of all can say; the order itself is that of this test. */
    private List<Asset> sorted(TenantScope scope, AssetOrder order) {
        List<Asset> all = lists.page(new AssetListQuery(scope, ALL, AssetOrder.BY_NAME, null, false, 1_000))
                .entries();
        assertThat(all).hasSize(OF_EXIT + OF_ERP);
        return all.stream()
                .sorted(Comparator.comparing(order::positionOf, InMemoryAssetLists.order(order)))
                .toList();
    }

    private List<Asset> readAll(
            TenantScope scope, AssetSelection selection, AssetOrder order, boolean backward, int size) {
        List<Asset> read = new ArrayList<>();
        AssetPosition from = null;
        List<Asset> page;
        do {
            page = lists.page(new AssetListQuery(scope, selection, order, from, backward, size))
                    .entries();
            read.addAll(backward ? page.reversed() : page);
            from = page.isEmpty() ? null : order.positionOf(read.getLast());
        } while (!page.isEmpty() && read.size() < 1_000);
        return read;
    }

    @Test
    void goesOnBehindAPlaceThatIsGone() {
        List<Asset> all = sorted(clients.northwindScope(), AssetOrder.BY_NAME);
        AssetPosition between = new AssetPosition("server-3", all.getFirst().id());

        assertThat(lists.page(new AssetListQuery(clients.northwindScope(), ALL, AssetOrder.BY_NAME, between, false, 1))
                        .entries())
                .singleElement()
                .satisfies(next -> assertThat(InMemoryAssetLists.order(AssetOrder.BY_NAME)
                                .compare(AssetOrder.BY_NAME.positionOf(next), between))
                        .isPositive());
    }

    @ParameterizedTest
    @MethodSource("eachSelection")
    void selectsAsTheDomainDoes(AssetSelection selection) {
        List<Asset> all = sorted(clients.northwindScope(), AssetOrder.BY_NAME);
        List<Asset> expected = all.stream()
                .filter(asset -> selection.accepts(attributes(asset)))
                .toList();
        assertThat(expected).isNotEmpty().hasSizeLessThan(all.size());

        assertThat(readAll(clients.northwindScope(), selection, AssetOrder.BY_NAME, false, 4))
                .isEqualTo(expected);
        assertThat(lists.count(clients.northwindScope(), selection, 1_000))
                .isEqualTo(CandidateCount.exactly(expected.size()));
        assertThat(lists.facets(clients.northwindScope(), selection).assets())
                .isEqualTo(CandidateCount.exactly(expected.size()));
    }

    /** All of them: the assets of a list come without those of their source. */
    private AssetAttributes attributes(Asset asset) {
        return world.catalog().page(clients.northwindScope(), asset.engagementId(), null, 1_000).stream()
                .filter(whole -> whole.id().equals(asset.id()))
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    static Stream<AssetSelection> eachSelection() {
        return Stream.of(
                filtered(Set.of("CMDB_CI_1"), Set.of(), Set.of(), Set.of(), Map.of(), null),
                filtered(Set.of(), Set.of("production"), Set.of(), Set.of(), Map.of(), null),
                filtered(Set.of(), Set.of(), Set.of(OsFamily.WINDOWS), Set.of(), Map.of(), null),
                filtered(Set.of(), Set.of(), Set.of(), Set.of("tier:1", "tier:9"), Map.of(), null),
                filtered(Set.of(), Set.of(), Set.of(), Set.of(), Map.of("rack", "R1"), null),
                filtered(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), BigDecimal.valueOf(3)),
                new AssetSelection(AssetFilter.none(), "SERVER-3"));
    }

    private static AssetSelection filtered(
            Set<String> classes,
            Set<String> environments,
            Set<OsFamily> families,
            Set<String> tags,
            Map<String, String> attributes,
            @Nullable BigDecimal leastCpus) {
        return new AssetSelection(
                AssetFilter.of(
                        AssetCondition.oneOf(AssetAttribute.CI_CLASS, classes),
                        AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, environments),
                        AssetCondition.osFamilies(families),
                        AssetCondition.oneOf(AssetAttribute.TAGS, tags),
                        AssetCondition.sourceAttributes(attributes),
                        AssetCondition.within(AssetAttribute.CPU_COUNT, new NumberRange(leastCpus, null))),
                null);
    }

    @Test
    void takesAPrefixAsItIsTyped() {
        for (String prefix : List.of("%", "server_", "\\", "server-3%")) {
            assertThat(lists.count(clients.northwindScope(), new AssetSelection(AssetFilter.none(), prefix), 10))
                    .isEqualTo(CandidateCount.exactly(0));
        }
    }

    @Test
    void keepsToTheScope() {
        assertThat(readAll(clients.exitScope(), ALL, AssetOrder.BY_NAME, false, 5))
                .hasSize(OF_EXIT)
                .allMatch(asset -> asset.engagementId().equals(clients.exit()));
        assertThat(lists.count(clients.erpScope(), ALL, 1_000)).isEqualTo(CandidateCount.exactly(OF_ERP));
        assertThat(lists.facets(clients.erpScope(), ALL).assets()).isEqualTo(CandidateCount.exactly(OF_ERP));
        assertThat(lists.facets(clients.erpScope(), ALL).facets())
                .filteredOn(facet -> facet.field() == Facets.Field.TAG)
                .flatExtracting(Facets.Facet::values)
                .extracting(Facets.Value::count)
                .containsExactly(3L, 3L, 3L);
        assertThat(readAll(clients.harborScope(), ALL, AssetOrder.BY_NAME, false, 50))
                .hasSize(40)
                .allMatch(asset -> asset.engagementId().equals(clients.cloud()));
    }

    /** A cursor is authenticated elsewhere; here a foreign place leads to own assets, or none. */
    @ParameterizedTest
    @MethodSource("eachOrder")
    void showsOwnAssetsBehindAForeignPlace(AssetOrder order) {
        for (Asset foreign : lists.page(new AssetListQuery(clients.harborScope(), ALL, order, null, false, 100))
                .entries()) {
            assertThat(lists.page(new AssetListQuery(
                                    clients.exitScope(), ALL, order, order.positionOf(foreign), false, 100))
                            .entries())
                    .allMatch(asset -> asset.engagementId().equals(clients.exit()));
        }
    }

    @Test
    void stopsCountingAtTheLimit() {
        assertThat(lists.count(clients.northwindScope(), ALL, 10)).isEqualTo(CandidateCount.atLeast(10));
        assertThat(lists.count(clients.northwindScope(), ALL, OF_EXIT + OF_ERP))
                .isEqualTo(CandidateCount.exactly(OF_EXIT + OF_ERP));
    }
}
