package io.modernize.cmdb.similarity.filter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AssetFilterSqlTests {
    @Test
    void isNothingWithoutAnyCondition() {
        assertThat(AssetFilterSql.argument(AssetFilter.none())).isNull();
    }

    @Test
    void namesEveryConditionByItsColumn() {
        AssetFilter filter = everyCondition();

        assertThat(JsonMapper.shared().readTree(Objects.requireNonNull(AssetFilterSql.argument(filter))))
                .isEqualTo(JsonMapper.shared().readTree("""
                    {"ci_class": ["a"], "environment": ["b"], "os_family": ["LINUX"], "location": ["c"], "status": ["d"],
                     "support_group": ["it's \\"e\\""], "tags": ["f"], "source_attributes": {"g": "{\\"h\\": 1}"},
                     "cpu_count": {"min": 1, "max": 1E+2}, "memory_mib": {"min": 0.5}, "storage_gib": {"max": 10}}
                    """));
    }

    @Test
    void leavesOutWhatSetsNoCondition() {
        AssetFilter filter = AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.CI_CLASS),
                AssetCondition.oneOf(AssetAttribute.LOCATION, "Köln"),
                AssetCondition.within(AssetAttribute.CPU_COUNT, new NumberRange(null, null)));

        assertThat(AssetFilterSql.argument(filter)).isEqualTo("{\"location\":[\"Köln\"]}");
    }

    @Test
    void comparesKeysOfEmbeddingsAndLooksUpTheRestAtTheAsset() {
        AssetFilterSql sql = AssetFilterSql.overEmbeddings(everyCondition());

        assertThat(sql.conditions())
                .isEqualTo(" and e.ci_class_key = any(filter_keys(:ci_class::text[]))"
                        + " and e.environment_key = any(filter_keys(:environment::text[]))"
                        + " and e.os_family_key = any(filter_keys(:os_family::text[]))"
                        + " and e.location_key = any(filter_keys(:location::text[]))"
                        + " and e.status_key = any(filter_keys(:status::text[]))"
                        + " and e.support_group_key = any(filter_keys(:support_group::text[]))"
                        + " and e.cpu_count >= :cpu_count_min and e.cpu_count <= :cpu_count_max"
                        + " and e.memory_mib >= :memory_mib_min and e.storage_gib <= :storage_gib_max"
                        + " and exists (select 1 from cmdb_assets a where a.client_account_id = :client"
                        + " and a.id = e.asset_id and a.tags && :tags::text[]"
                        + " and a.source_attributes @> :source_attributes::jsonb)");
        assertThat(sql.parameters()).containsOnlyKeys(PARAMETERS).containsEntry("cpu_count_min", BigDecimal.ONE);
    }

    @Test
    void comparesAssetsWithTheSameParameters() {
        AssetFilterSql sql = AssetFilterSql.overAssets(everyCondition());

        assertThat(sql.conditions())
                .isEqualTo(" and filter_key(a.ci_class) = any(filter_keys(:ci_class::text[]))"
                        + " and filter_key(a.environment) = any(filter_keys(:environment::text[]))"
                        + " and filter_key(a.os_family) = any(filter_keys(:os_family::text[]))"
                        + " and filter_key(a.location) = any(filter_keys(:location::text[]))"
                        + " and filter_key(a.status) = any(filter_keys(:status::text[]))"
                        + " and filter_key(a.support_group) = any(filter_keys(:support_group::text[]))"
                        + " and a.tags && :tags::text[] and a.source_attributes @> :source_attributes::jsonb"
                        + " and a.cpu_count >= :cpu_count_min and a.cpu_count <= :cpu_count_max"
                        + " and a.memory_mib >= :memory_mib_min and a.storage_gib <= :storage_gib_max");
        assertThat(sql.parameters()).containsOnlyKeys(PARAMETERS);
    }

    private static final String[] PARAMETERS = {
        "ci_class",
        "environment",
        "os_family",
        "location",
        "status",
        "support_group",
        "tags",
        "source_attributes",
        "cpu_count_min",
        "cpu_count_max",
        "memory_mib_min",
        "storage_gib_max"
    };

    private static AssetFilter everyCondition() {
        return AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.CI_CLASS, "a"),
                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, "b"),
                AssetCondition.osFamilies(Set.of(OsFamily.LINUX)),
                AssetCondition.oneOf(AssetAttribute.LOCATION, "c"),
                AssetCondition.oneOf(AssetAttribute.STATUS, "d"),
                AssetCondition.oneOf(AssetAttribute.SUPPORT_GROUP, "it's \"e\""),
                AssetCondition.oneOf(AssetAttribute.TAGS, "f"),
                AssetCondition.sourceAttributes(Map.of("g", "{\"h\": 1}")),
                AssetCondition.within(
                        AssetAttribute.CPU_COUNT, new NumberRange(BigDecimal.ONE, new BigDecimal("1E+2"))),
                AssetCondition.within(AssetAttribute.MEMORY_MIB, new NumberRange(new BigDecimal("0.5"), null)),
                AssetCondition.within(AssetAttribute.STORAGE_GIB, new NumberRange(null, BigDecimal.TEN)));
    }
}
