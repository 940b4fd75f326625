package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog.SavedAssets;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AssetCatalog} keeps. */
public abstract class AssetCatalogContract {
    private final AssetWorld world;
    private final TwoClients clients;

    protected AssetCatalogContract(AssetWorld world) {
        this.world = world;
        clients = world.clients();
    }

    @Test
    void tellsCreatedUpdatedAndUnchangedApart() {
        assertThat(save(draft("1", "web"), draft("2", "db"), draft("3", "mail")))
                .isEqualTo(new SavedAssets(3, 0, 0));

        assertThat(save(draft("1", "web"), draft("2", "database"), draft("4", "dns")))
                .isEqualTo(new SavedAssets(1, 1, 1));

        assertThat(find("1").attributes().name()).isEqualTo("web");
        assertThat(find("2").attributes().name()).isEqualTo("database");
        assertThat(find("3").attributes().name()).isEqualTo("mail");
        assertThat(find("4").attributes().name()).isEqualTo("dns");
    }

    @Test
    void keepsTheIdOfAChangedAssetAndMovesItsTime() {
        save(draft("1", "web"));
        Asset before = find("1");

        save(draft("1", "web renamed"));

        Asset after = find("1");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
    }

    @Test
    void leavesAnUnchangedAssetUntouched() {
        save(draft("1", "web"));
        Asset before = find("1");

        save(draft("1", "web"));

        assertThat(find("1")).isEqualTo(before);
    }

    @Test
    void takesAChangedSourceAttributeForAChangeOfTheRowAndNotOfTheContent() {
        save(new AssetDraft(
                key("1"), named("web").sourceAttributes(Map.of("rack", "A1")).build()));
        Asset before = find("1");

        assertThat(save(new AssetDraft(
                        key("1"),
                        named("web").sourceAttributes(Map.of("rack", "B2")).build())))
                .isEqualTo(new SavedAssets(0, 1, 0));

        assertThat(find("1").attributes().sourceAttributes()).containsExactly(Map.entry("rack", "B2"));
        assertThat(find("1").contentHash()).isEqualTo(before.contentHash());
    }

    @Test
    void returnsEveryAttributeAsItWasSaved() {
        AssetAttributes full = named("srv-ora-17 \uD83D\uDDA5 \"quoted\" O'Neill")
                .ciClass("cmdb_ci_linux_server")
                .description("two\nlines, a \\ backslash\tand a tab")
                .environment("Production")
                .hostName("srv-ora-17")
                .fqdn("srv-ora-17.example.org")
                .osName("Red Hat Enterprise Linux")
                .osVersion("9.4")
                .cpuCount(16)
                .memoryMib(ImportLimits.MEMORY_MIB)
                .storageGib(new BigDecimal("931.32"))
                .location("Zürich 東京")
                .owner("Jane Doe")
                .supportGroup("DBA")
                .status("Installed")
                .operationalStatus("Operational")
                .serialNumber("SN-1")
                .assetTag("P1000")
                .addresses(List.of("10.0.0.1", "2001:db8::1"))
                .tags(List.of("tier:1", "with,comma", "with \"quotes\" {and} braces"))
                .sourceAttributes(Map.of("Quote \"d\"", "{\"a\": [1, 2]}", "Name", "x"))
                .build();

        save(new AssetDraft(key("1"), full));

        Asset asset = find("1");
        assertThat(asset.attributes()).isEqualTo(full);
        assertThat(asset.key()).isEqualTo(key("1"));
        assertThat(asset.engagementId()).isEqualTo(clients.exit());
        assertThat(asset.contentHash()).isEqualTo(ContentHash.ofContent(full));
    }

    @Test
    void returnsAbsentAttributesAsAbsent() {
        AssetAttributes bare = named("bare").build();

        save(new AssetDraft(key("1"), bare));

        assertThat(find("1").attributes()).isEqualTo(bare);
    }

    @Test
    void forgetsAttributesThatAChangedRowLacks() {
        save(new AssetDraft(
                key("1"),
                named("web").owner("Jane").cpuCount(4).tags(List.of("a")).build()));
        AssetAttributes bare = named("web").build();

        save(new AssetDraft(key("1"), bare));

        assertThat(find("1").attributes()).isEqualTo(bare);
    }

    @Test
    void takesKeysAndNamesAsLongAsImportsMayBring() {
        AssetKey longest =
                new AssetKey("s".repeat(ImportLimits.SOURCE_SYSTEM_CHARS), "東".repeat(ImportLimits.EXTERNAL_KEY_CHARS));
        String name = "東".repeat(ImportLimits.NAME_CHARS);

        assertThat(save(new AssetDraft(longest, named(name).build()))).isEqualTo(new SavedAssets(1, 0, 0));

        assertThat(find(longest.externalKey()).key()).isEqualTo(longest);
    }

    @Test
    void savesNothingOfNothing() {
        assertThat(save()).isEqualTo(new SavedAssets(0, 0, 0));
    }

    @Test
    void savesAThousandAtOnce() {
        List<AssetDraft> many = IntStream.range(0, 1_000)
                .mapToObj(i -> draft("key-" + i, "server " + i))
                .toList();

        assertThat(world.catalog().save(clients.northwindScope(), clients.exit(), many))
                .isEqualTo(new SavedAssets(1_000, 0, 0));
        assertThat(world.catalog().save(clients.northwindScope(), clients.exit(), many))
                .isEqualTo(new SavedAssets(0, 0, 1_000));
    }

    @Test
    void keepsTheSameKeyOfTwoSourceSystemsApart() {
        AssetDraft other = new AssetDraft(
                new AssetKey("netbox-device", "1"), named("switch").build());

        assertThat(save(draft("1", "web"), other)).isEqualTo(new SavedAssets(2, 0, 0));
    }

    @Test
    void keepsTheSameKeyOfTwoEngagementsAndTwoClientsApart() {
        save(draft("1", "of exit"));

        assertThat(world.catalog().save(clients.northwindScope(), clients.erp(), List.of(draft("1", "of erp"))))
                .isEqualTo(new SavedAssets(1, 0, 0));
        assertThat(world.catalog().save(clients.harborScope(), clients.cloud(), List.of(draft("1", "of cloud"))))
                .isEqualTo(new SavedAssets(1, 0, 0));

        assertThat(find("1").attributes().name()).isEqualTo("of exit");
        assertThat(find(clients.northwindScope(), clients.erp(), "1")
                        .attributes()
                        .name())
                .isEqualTo("of erp");
        assertThat(find(clients.harborScope(), clients.cloud(), "1")
                        .attributes()
                        .name())
                .isEqualTo("of cloud");
    }

    @Test
    void findsNothingOfAnotherClient() {
        save(draft("1", "web"));
        AssetId id = find("1").id();

        assertThat(world.catalog().find(clients.harborScope(), id)).isEmpty();
        assertThat(world.catalog().findAll(clients.harborScope(), List.of(id))).isEmpty();
        assertThat(world.catalog().find(TenantScope.forJob(clients.harbor(), clients.exit()), id))
                .isEmpty();
    }

    @Test
    void findsNothingOutsideTheScopesEngagements() {
        save(draft("1", "web"));
        AssetId id = find("1").id();

        assertThat(world.catalog().find(clients.exitScope(), id)).isPresent();
        assertThat(world.catalog().find(clients.exitAndErpScope(), id)).isPresent();
        assertThat(world.catalog().find(clients.erpScope(), id)).isEmpty();
        assertThat(world.catalog().findAll(clients.erpScope(), List.of(id))).isEmpty();
    }

    @Test
    void findsOfManyIdsThoseThatTheScopeHas() {
        save(draft("1", "web"), draft("2", "db"));
        world.catalog().save(clients.northwindScope(), clients.erp(), List.of(draft("3", "erp")));
        world.catalog().save(clients.harborScope(), clients.cloud(), List.of(draft("4", "foreign")));
        List<AssetId> ids = List.of(
                find("1").id(),
                find("2").id(),
                find(clients.northwindScope(), clients.erp(), "3").id(),
                find(clients.harborScope(), clients.cloud(), "4").id(),
                new AssetId(UUID.randomUUID()));

        assertThat(world.catalog().findAll(clients.northwindScope(), ids))
                .extracting(asset -> asset.attributes().name())
                .containsExactlyInAnyOrder("web", "db", "erp");
        assertThat(world.catalog().findAll(clients.exitScope(), ids))
                .extracting(asset -> asset.attributes().name())
                .containsExactlyInAnyOrder("web", "db");
        assertThat(world.catalog().findAll(clients.northwindScope(), List.of())).isEmpty();
    }

    @Test
    void refusesToSaveOutsideTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.catalog().save(clients.erpScope(), clients.exit(), List.of(draft("1", "web"))));

        assertThat(world.relations().resolve(clients.northwindScope(), clients.exit(), Set.of("1")))
                .isEmpty();
    }

    @Test
    void pagesThroughAnEngagementInTheOrderOfIds() {
        save(IntStream.range(0, 25)
                .mapToObj(i -> draft("key-" + i, "asset-" + i))
                .toArray(AssetDraft[]::new));
        world.catalog().save(clients.northwindScope(), clients.erp(), List.of(draft("3", "erp")));
        world.catalog().save(clients.harborScope(), clients.cloud(), List.of(draft("4", "foreign")));

        List<Asset> all = new ArrayList<>();
        List<Asset> page = world.catalog().page(clients.exitScope(), clients.exit(), null, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            all.addAll(page);
            page = world.catalog()
                    .page(clients.exitScope(), clients.exit(), all.getLast().id(), 10);
        }

        assertThat(all)
                .hasSize(25)
                .allMatch(asset -> asset.engagementId().equals(clients.exit()))
                .extracting(asset -> asset.id().toString())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(world.catalog().page(clients.harborScope(), clients.exit(), null, 10))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.catalog().page(clients.erpScope(), clients.exit(), null, 10));
    }

    private SavedAssets save(AssetDraft... drafts) {
        return world.catalog().save(clients.northwindScope(), clients.exit(), List.of(drafts));
    }

    private Asset find(String externalKey) {
        return find(clients.northwindScope(), clients.exit(), externalKey);
    }

    private Asset find(TenantScope scope, EngagementId engagementId, String externalKey) {
        AssetId id = world.relations()
                .resolve(scope, engagementId, Set.of(externalKey))
                .getOrDefault(externalKey, List.of())
                .getFirst();
        Asset whole = world.catalog().page(scope, engagementId, null, 1_000).stream()
                .filter(asset -> asset.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(world.catalog().find(scope, id).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("attributes.sourceAttributes")
                .isEqualTo(whole);
        return whole;
    }

    private static AssetDraft draft(String externalKey, String name) {
        return new AssetDraft(key(externalKey), named(name).build());
    }

    private static AssetKey key(String externalKey) {
        return new AssetKey("servicenow", externalKey);
    }

    private static AssetAttributes.Builder named(String name) {
        return AssetAttributes.named(name);
    }
}
