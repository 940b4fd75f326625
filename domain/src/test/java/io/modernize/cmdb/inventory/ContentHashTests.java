package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ContentHashTests {
    @Test
    void isTheSameForTheSameAttributes() {
        assertThat(content(a -> a.owner("x").tags(List.of("t"))))
                .isEqualTo(content(a -> a.owner("x").tags(List.of("t"))))
                .hasSameHashCodeAs(content(a -> a.owner("x").tags(List.of("t"))));
    }

    @Test
    void differsWithEveryAttribute() {
        List<ContentHash> hashes = List.of(
                content(a -> a),
                content(a -> a.ciClass("x")),
                content(a -> a.description("x")),
                content(a -> a.environment("x")),
                content(a -> a.hostName("x")),
                content(a -> a.fqdn("x")),
                content(a -> a.osName("x")),
                content(a -> a.osVersion("x")),
                content(a -> a.cpuCount(1)),
                content(a -> a.memoryMib(1L)),
                content(a -> a.storageGib(BigDecimal.ONE)),
                content(a -> a.location("x")),
                content(a -> a.owner("x")),
                content(a -> a.supportGroup("x")),
                content(a -> a.status("x")),
                content(a -> a.operationalStatus("x")),
                content(a -> a.serialNumber("x")),
                content(a -> a.assetTag("x")),
                content(a -> a.addresses(List.of("x"))),
                content(a -> a.tags(List.of("x"))),
                ContentHash.ofContent(AssetAttributes.named("another").build()));

        assertThat(new HashSet<>(hashes)).hasSameSizeAs(hashes);
    }

    @Test
    void cannotTakeOneListOfValuesForAnother() {
        assertThat(Set.of(
                        content(a -> a.owner("ab").supportGroup("c")),
                        content(a -> a.owner("a").supportGroup("bc")),
                        content(a -> a.tags(List.of("a", "b"))),
                        content(a -> a.tags(List.of("ab"))),
                        content(a -> a.tags(List.of("b", "a"))),
                        content(a -> a.tags(List.of("a,b"))),
                        content(a -> a.addresses(List.of("a")).tags(List.of("b"))),
                        content(a -> a.addresses(List.of("a", "b")))))
                .hasSize(8);
        assertThat(row(Map.of("a", "b", "c", "d"))).isNotEqualTo(row(Map.of("a", "bc", "d", "")));
    }

    @Test
    void tellsAnAbsentValueFromAnEmptyOne() {
        AssetAttributes absent = AssetAttributes.named("n").build();
        AssetAttributes empty = new AssetAttributes(
                "n",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                new TreeMap<>());

        assertThat(ContentHash.ofContent(empty)).isNotEqualTo(ContentHash.ofContent(absent));
    }

    @Test
    void hashesNumbersByTheirValue() {
        assertThat(content(a -> a.storageGib(new BigDecimal("16.0"))))
                .isEqualTo(content(a -> a.storageGib(new BigDecimal("16"))))
                .isEqualTo(content(a -> a.storageGib(new BigDecimal("1.6E+1"))))
                .isNotEqualTo(content(a -> a.storageGib(new BigDecimal("16.1"))));
    }

    @Test
    void knowsSourceAttributesOfTheRowOnly() {
        assertThat(content(a -> a.sourceAttributes(Map.of("rack", "A1")))).isEqualTo(content(a -> a));
        assertThat(row(Map.of("rack", "A1"))).isNotEqualTo(row(Map.of("rack", "B2")));
        assertThat(row(Map.of("rack", "A1"))).isNotEqualTo(row(Map.of("shelf", "A1")));
        assertThat(row(Map.of("rack", "A1"))).isEqualTo(row(Map.of("rack", "A1")));
    }

    @Test
    void survivesItsBytes() {
        ContentHash hash = content(a -> a);

        assertThat(ContentHash.ofBytes(hash.bytes())).isEqualTo(hash);
        hash.bytes()[0]++;
        assertThat(hash).isEqualTo(content(a -> a));
        assertThat(hash.toString()).matches("[0-9a-f]{64}");
        assertThatIllegalArgumentException().isThrownBy(() -> ContentHash.ofBytes(new byte[31]));
    }

    private static ContentHash content(Function<AssetAttributes.Builder, AssetAttributes.Builder> with) {
        return ContentHash.ofContent(with.apply(AssetAttributes.named("n")).build());
    }

    private static ContentHash row(Map<String, String> sourceAttributes) {
        return ContentHash.ofRow(
                AssetAttributes.named("n").sourceAttributes(sourceAttributes).build());
    }
}
