package io.modernize.cmdb.similarity.filter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AssetFilterJsonTests {
    private static final NumberRange ANY = new NumberRange(null, null);

    @Test
    void isNothingWithoutAnyCondition() {
        assertThat(AssetFilterJson.of(AssetFilter.none())).isNull();
    }

    @Test
    void namesEveryConditionByItsColumn() {
        AssetFilter filter = new AssetFilter(
                Set.of("a"),
                Set.of("b"),
                Set.of(OsFamily.LINUX),
                Set.of("c"),
                Set.of("d"),
                Set.of("it's \"e\""),
                Set.of("f"),
                Map.of("g", "{\"h\": 1}"),
                new NumberRange(BigDecimal.ONE, new BigDecimal("1E+2")),
                new NumberRange(new BigDecimal("0.5"), null),
                new NumberRange(null, BigDecimal.TEN));

        assertThat(JsonMapper.shared().readTree(Objects.requireNonNull(AssetFilterJson.of(filter))))
                .isEqualTo(JsonMapper.shared().readTree("""
                    {"ci_class": ["a"], "environment": ["b"], "os_family": ["LINUX"], "location": ["c"], "status": ["d"],
                     "support_group": ["it's \\"e\\""], "tags": ["f"], "source_attributes": {"g": "{\\"h\\": 1}"},
                     "cpu_count": {"min": 1, "max": 1E+2}, "memory_mb": {"min": 0.5}, "storage_gb": {"max": 10}}
                    """));
    }

    @Test
    void leavesOutWhatSetsNoCondition() {
        AssetFilter filter = new AssetFilter(
                Set.of(), Set.of(), Set.of(), Set.of("Köln"), Set.of(), Set.of(), Set.of(), Map.of(), ANY, ANY, ANY);

        assertThat(AssetFilterJson.of(filter)).isEqualTo("{\"location\":[\"Köln\"]}");
    }
}
