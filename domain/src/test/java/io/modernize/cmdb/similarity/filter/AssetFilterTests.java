package io.modernize.cmdb.similarity.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.OsFamily;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rest is in the contract of the index, where SQL has to agree with it. */
class AssetFilterTests {
    private static final NumberRange ANY = new NumberRange(null, null);

    @Test
    void acceptsEverythingWithoutConditions() {
        assertThat(AssetFilter.none().accepts(AssetAttributes.named("bare").build()))
                .isTrue();
    }

    @Test
    void ignoresCaseOfTextAndNotOfTags() {
        AssetAttributes asset = AssetAttributes.named("n")
                .environment("Production")
                .tags(List.of("Pci"))
                .build();

        assertThat(filter(Set.of("PRODUCTION"), Set.of(), ANY).accepts(asset)).isTrue();
        assertThat(filter(Set.of("Prod"), Set.of(), ANY).accepts(asset)).isFalse();
        assertThat(filter(Set.of(), Set.of("Pci"), ANY).accepts(asset)).isTrue();
        assertThat(filter(Set.of(), Set.of("pci"), ANY).accepts(asset)).isFalse();
    }

    @Test
    void acceptsNoAssetThatLacksTheAttribute() {
        AssetAttributes bare = AssetAttributes.named("n").build();

        assertThat(filter(Set.of("Production"), Set.of(), ANY).accepts(bare)).isFalse();
        assertThat(filter(Set.of(), Set.of("pci"), ANY).accepts(bare)).isFalse();
        assertThat(filter(Set.of(), Set.of(), new NumberRange(BigDecimal.ZERO, null))
                        .accepts(bare))
                .isFalse();
    }

    @Test
    void wantsAllConditions() {
        AssetAttributes asset =
                AssetAttributes.named("n").environment("Test").cpuCount(8).build();
        NumberRange eight = new NumberRange(new BigDecimal("8"), new BigDecimal("8"));

        assertThat(filter(Set.of("Test"), Set.of(), eight).accepts(asset)).isTrue();
        assertThat(filter(Set.of("Production"), Set.of(), eight).accepts(asset)).isFalse();
        assertThat(filter(Set.of("Test"), Set.of("pci"), eight).accepts(asset)).isFalse();
    }

    @Test
    void doesNotFollowChangesOfTheSetsItWasMadeFrom() {
        Set<String> environments = new HashSet<>(Set.of("Test"));
        AssetFilter filter = filter(environments, Set.of(), ANY);

        environments.clear();

        assertThat(filter).isEqualTo(filter(Set.of("Test"), Set.of(), ANY));
    }

    @Test
    void namesTheValuesByWhichAnAssetPasses() {
        AssetAttributes asset = AssetAttributes.named("n")
                .ciClass("cmdb_ci_linux_server")
                .environment("Production")
                .osName("Ubuntu")
                .location("Bonn")
                .status("Installed")
                .supportGroup("DBA")
                .tags(List.of("pci", "gold", "other"))
                .sourceAttributes(Map.of("Row", "7", "Rack", "A1", "other", "x"))
                .cpuCount(8)
                .memoryMib(32_768L)
                .storageGib(new BigDecimal("1E+3"))
                .build();
        NumberRange some = new NumberRange(BigDecimal.ONE, null);
        AssetFilter filter = AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.CI_CLASS, "CMDB_CI_LINUX_SERVER", "other"),
                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, "production"),
                AssetCondition.osFamilies(Set.of(OsFamily.LINUX)),
                AssetCondition.oneOf(AssetAttribute.LOCATION, "bonn"),
                AssetCondition.oneOf(AssetAttribute.STATUS, "installed"),
                AssetCondition.oneOf(AssetAttribute.SUPPORT_GROUP, "dba"),
                AssetCondition.oneOf(AssetAttribute.TAGS, "gold", "pci", "silver"),
                AssetCondition.sourceAttributes(Map.of("Row", "7", "Rack", "A1")),
                AssetCondition.within(AssetAttribute.CPU_COUNT, some),
                AssetCondition.within(AssetAttribute.MEMORY_MIB, some),
                AssetCondition.within(AssetAttribute.STORAGE_GIB, some));

        assertThat(filter.accepts(asset)).isTrue();
        assertThat(filter.matchesOf(asset))
                .containsExactly(
                        new FilterMatch(AssetAttribute.CI_CLASS, "cmdb_ci_linux_server"),
                        new FilterMatch(AssetAttribute.ENVIRONMENT, "Production"),
                        new FilterMatch(AssetAttribute.OS_FAMILY, "LINUX"),
                        new FilterMatch(AssetAttribute.LOCATION, "Bonn"),
                        new FilterMatch(AssetAttribute.STATUS, "Installed"),
                        new FilterMatch(AssetAttribute.SUPPORT_GROUP, "DBA"),
                        new FilterMatch(AssetAttribute.TAGS, "pci"),
                        new FilterMatch(AssetAttribute.TAGS, "gold"),
                        new FilterMatch(AssetAttribute.SOURCE_ATTRIBUTES, "Rack=A1"),
                        new FilterMatch(AssetAttribute.SOURCE_ATTRIBUTES, "Row=7"),
                        new FilterMatch(AssetAttribute.CPU_COUNT, "8"),
                        new FilterMatch(AssetAttribute.MEMORY_MIB, "32768"),
                        new FilterMatch(AssetAttribute.STORAGE_GIB, "1000"));
    }

    @Test
    void hasOneConditionOnAnAttribute() {
        AssetCondition test = AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, "Test");

        assertThatIllegalArgumentException().isThrownBy(() -> AssetFilter.of(test, test));
        assertThat(AssetFilter.of(test, AssetCondition.oneOf(AssetAttribute.ENVIRONMENT)))
                .isEqualTo(AssetFilter.of(test));
    }

    @Test
    void comparesNothingWithValuesOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetCondition.within(AssetAttribute.ENVIRONMENT, ANY))
                .withMessageContaining("ENVIRONMENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetCondition.oneOf(AssetAttribute.OWNER, "DBA"))
                .withMessageContaining("OWNER");
    }

    @Test
    void namesNoValueWithoutACondition() {
        AssetAttributes asset = AssetAttributes.named("n")
                .environment("Production")
                .tags(List.of("pci"))
                .cpuCount(8)
                .build();

        assertThat(AssetFilter.none().matchesOf(asset)).isEmpty();
        assertThat(filter(Set.of("Production"), Set.of(), ANY).matchesOf(asset))
                .containsExactly(new FilterMatch(AssetAttribute.ENVIRONMENT, "Production"));
    }

    private static AssetFilter filter(Set<String> environments, Set<String> tags, NumberRange cpuCount) {
        return AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, environments),
                AssetCondition.oneOf(AssetAttribute.TAGS, tags),
                AssetCondition.within(AssetAttribute.CPU_COUNT, cpuCount));
    }
}
