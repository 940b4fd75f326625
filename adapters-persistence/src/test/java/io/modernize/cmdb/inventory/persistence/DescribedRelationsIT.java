package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an asset runs on and depends on is part of what describes it. */
@PersistenceTest
class DescribedRelationsIT {
    private static final String RUNS_ON = "Runs on::Runs";
    private static final String DEPENDS_ON = "Depends on::Used by";

    @Autowired
    private TextIndex texts;

    @Autowired
    private DatabaseWorld world;

    private TenantScope scope;
    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        scope = world.clients().northwindScope();
        space = world.newSpace(3);
    }

    @Test
    void describesAnAssetByWhatItRunsOnAndDependsOn() {
        AssetId web = save("web");
        AssetId host = save("esx-01");
        AssetId second = save("db-03");
        AssetId first = save("db-02");

        relate(web, DEPENDS_ON, second);
        relate(web, RUNS_ON, host);
        relate(web, DEPENDS_ON, first);

        assertThat(find(web).relations()).isEqualTo("Depends on: db-02, db-03. Runs on: esx-01");
        assertThat(find(host).relations()).as("the other end").isEmpty();
        assertThat(new AssetDocumentTemplate()
                        .render(find(web).attributes(), find(web).relations()))
                .isEqualTo("web. Depends on: db-02, db-03. Runs on: esx-01");
    }

    @Test
    void makesEmbeddingsOfWhatHasNewRelationsDueAgain() {
        AssetId web = save("web");
        AssetId host = save("esx-01");
        AssetId bystander = save("printer");
        embedAll();
        Asset before = find(bystander);
        assertThat(due()).isEmpty();

        relate(web, RUNS_ON, host);

        assertThat(due()).containsExactly(find(web));
        assertThat(due().getFirst().relations()).isEqualTo("Runs on: esx-01");
        assertThat(find(bystander)).isEqualTo(before);
        embedAll();
        assertThat(due()).isEmpty();

        relate(web, RUNS_ON, host);

        assertThat(due()).as("nothing new").isEmpty();
    }

    @Test
    void followsTheNamesOfWhatItNames() {
        AssetId web = save("web");
        AssetId host = save("esx-01");
        relate(web, RUNS_ON, host);
        embedAll();

        saveAs("esx-01", "esx-99");

        assertThat(find(web).relations()).isEqualTo("Runs on: esx-99");
        assertThat(due()).extracting(Asset::id).containsExactlyInAnyOrder(web, host);
        assertThat(found("esx 99")).containsExactlyInAnyOrder("web", "esx-99");
        assertThat(found("01")).as("the name of before").isEmpty();
    }

    @Test
    void followsTheNamesOfBothEndsThatChangeTogether() {
        AssetId web = save("web");
        AssetId host = save("old");
        relate(web, RUNS_ON, host);

        world.catalog()
                .save(
                        scope,
                        world.clients().exit(),
                        List.of(
                                draft("web", AssetAttributes.named("shop").build()),
                                draft("old", AssetAttributes.named("zeppelin").build())));

        assertThat(find(web).relations()).isEqualTo("Runs on: zeppelin");
        assertThat(found("zeppelin")).containsExactlyInAnyOrder("shop", "zeppelin");
        assertThat(found("old")).isEmpty();
        assertThat(found("web")).isEmpty();
    }

    @Test
    void staysAsItIsWhereSomethingElseOfWhatItNamesChanges() {
        AssetId web = save("web");
        relate(web, RUNS_ON, save("esx-01"));
        embedAll();

        world.catalog()
                .save(
                        scope,
                        world.clients().exit(),
                        List.of(draft(
                                "esx-01",
                                AssetAttributes.named("esx-01")
                                        .description("changed")
                                        .build())));

        assertThat(due()).extracting(asset -> asset.attributes().name()).containsExactly("esx-01");
    }

    @Test
    void namesTenAtMost() {
        AssetId web = save("web");
        List<Relation> many = new ArrayList<>();
        for (int i = 10; i < 25; i++) {
            many.add(new Relation(web, save("db-" + i), DEPENDS_ON));
        }

        world.relations().save(scope, world.clients().exit(), many);

        assertThat(find(web).relations())
                .isEqualTo("Depends on: db-10, db-11, db-12, db-13, db-14, db-15, db-16, db-17, db-18, db-19");
    }

    @Test
    void forgetsWhatIsGone() {
        AssetId web = save("web");
        AssetId host = save("esx-01");
        relate(web, RUNS_ON, host);
        embedAll();

        world.transactions()
                .runInScope(
                        scope,
                        () -> world.jdbc()
                                .sql("delete from cmdb_assets where client_account_id = ? and id = ?")
                                .params(scope.clientAccountId().value(), host.value())
                                .update());

        assertThat(find(web).relations()).isEmpty();
        assertThat(due()).extracting(Asset::id).containsExactly(web);
        assertThat(found("esx-01")).isEmpty();
    }

    @Test
    void findsGuestsByTheirHost() {
        AssetId host = save("esx-01");
        relate(save("web"), RUNS_ON, host);
        relate(save("shop"), RUNS_ON, host);
        relate(save("mail"), RUNS_ON, save("kvm-02"));

        assertThat(found("guests on esx-01").subList(0, 3)).containsExactlyInAnyOrder("esx-01", "web", "shop");
        assertThat(found("runs on kvm").getFirst()).isIn("kvm-02", "mail");
        assertThat(found("kvm")).containsExactlyInAnyOrder("kvm-02", "mail");
    }

    /** Word by word, every other host has as much of the name. */
    @Test
    void findsWhatRunsOnAHostByItsWholeName() {
        AssetId host = save("vmhost-x86-04.example.org");
        for (String other : List.of("vmhost-x86-01", "vmhost-x86-02", "vmhost-x86-03", "vmhost-a64-04")) {
            save(other + ".example.org");
        }
        relate(save("mail"), RUNS_ON, host);
        relate(save("shop"), RUNS_ON, host);

        assertThat(found("guests on vmhost-x86-04").subList(0, 3))
                .containsExactlyInAnyOrder("vmhost-x86-04.example.org", "mail", "shop");
    }

    @Test
    void describesNothingOfAnotherClient() {
        AssetId web = save("web");
        relate(web, RUNS_ON, save("esx-01"));
        world.catalog()
                .save(
                        world.clients().harborScope(),
                        world.clients().cloud(),
                        List.of(draft("esx-01", AssetAttributes.named("esx-01").build())));

        world.catalog()
                .save(
                        world.clients().harborScope(),
                        world.clients().cloud(),
                        List.of(draft("esx-01", AssetAttributes.named("foreign").build())));

        assertThat(find(web).relations()).isEqualTo("Runs on: esx-01");
    }

    private List<Asset> due() {
        return world.store().findDue(scope, space, null, 100);
    }

    private void embedAll() {
        world.embedDue(scope, space, EmbeddingVector.normalised(new float[] {1, 2, 3}));
    }

    private Asset find(AssetId id) {
        return world.catalog().find(scope, id).orElseThrow();
    }

    private List<String> found(String text) {
        TextQuery query = new TextQuery(new QueryText(text), new TopK(100), AssetFilter.none(), null, false);
        return texts.matching(scope, query).hits().stream()
                .map(hit -> hit.asset().attributes().name())
                .toList();
    }

    private void relate(AssetId parent, String type, AssetId child) {
        world.relations().save(scope, world.clients().exit(), List.of(new Relation(parent, child, type)));
    }

    private AssetId save(String name) {
        return saveAs("key of " + name, name);
    }

    private AssetId saveAs(String key, String name) {
        EngagementId engagement = world.clients().exit();
        String externalKey = key.startsWith("key of ") ? key : "key of " + key;
        world.catalog()
                .save(
                        scope,
                        engagement,
                        List.of(new AssetDraft(
                                new AssetKey("test", externalKey),
                                AssetAttributes.named(name).build())));
        return world.relations()
                .resolve(scope, engagement, Set.of(externalKey))
                .getOrDefault(externalKey, List.of())
                .getFirst();
    }

    private static AssetDraft draft(String firstName, AssetAttributes attributes) {
        return new AssetDraft(new AssetKey("test", "key of " + firstName), attributes);
    }
}
