package io.modernize.cmdb.inventory.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetFittingTests {
    private static final String TOO_MANY = "the texts of the row have %,d bytes, at most 65,536; it is imported ";

    private static AssetDraft draft(AssetAttributes.Builder attributes) {
        return new AssetDraft(new AssetKey("jsonl", "k"), attributes.build());
    }

    private static AssetAttributes.Builder named() {
        return AssetAttributes.named("n");
    }

    @Test
    void countsTheBytesOfAllTexts() {
        AssetDraft draft = draft(named().description("Köln \uD83D\uDDA5")
                .cpuCount(4)
                .osName("€")
                .addresses(List.of("ab", "c"))
                .tags(List.of("d"))
                .sourceAttributes(Map.of("Größe", "1")));

        assertThat(AssetFitting.bytesOf(draft))
                .isEqualTo(("jsonl" + "k" + "n" + "Köln \uD83D\uDDA5" + "€" + "abc" + "d" + "Größe" + "1")
                        .getBytes(UTF_8)
                        .length);
    }

    @Test
    void leavesWhatFitsAsItIs() {
        AssetDraft draft = draft(named().sourceAttributes(Map.of("a", "x".repeat(65_536 - 8))));

        assertThat(AssetFitting.bytesOf(draft)).isEqualTo(65_536);
        assertThat(AssetFitting.fit(draft)).isEqualTo(new AssetRow(draft));
    }

    @Test
    void leavesOutTheLongestSourceAttributesFirst() {
        AssetRow row = AssetFitting.fit(draft(named().description("d".repeat(8_000))
                .sourceAttributes(Map.of("big", "x".repeat(50_000), "small", "y", "large", "z".repeat(40_000)))));

        assertThat(row.draft().attributes().sourceAttributes()).containsOnlyKeys("small", "large");
        assertThat(row.draft().attributes().description()).hasSize(8_000);
        assertThat(row.notes())
                .containsExactly(
                        new RowProblem("big", null, TOO_MANY.formatted(98_021) + "without the source attributes big"));
    }

    @Test
    void namesAFewOfManySourceAttributes() {
        AssetRow row = AssetFitting.fit(draft(named().sourceAttributes(Map.of(
                "a", "x".repeat(70_000),
                "b", "x".repeat(69_000),
                "c", "x".repeat(68_000),
                "d", "x".repeat(67_000),
                "e", "x".repeat(66_000)))));

        assertThat(row.draft().attributes().sourceAttributes()).isEmpty();
        assertThat(row.notes())
                .singleElement()
                .extracting(RowProblem::reason)
                .asString()
                .endsWith("without the source attributes a, b, c and 2 others");
    }

    @Test
    void cutsTheLargestOfTheOtherTexts() {
        AssetRow long_ = AssetFitting.fit(
                draft(named().description("é".repeat(40_000)).tags(Collections.nCopies(10, "t".repeat(100)))));
        assertThat(long_.draft().attributes().description()).isEqualTo("é".repeat((65_536 - 7 - 1_000) / 2));
        assertThat(long_.draft().attributes().tags()).hasSize(10);
        assertThat(long_.notes().getFirst())
                .isEqualTo(new RowProblem(
                        "description",
                        null,
                        TOO_MANY.formatted(81_007) + "with the first 32,264 characters of the description"));

        AssetRow tagged = AssetFitting.fit(
                draft(named().description("d".repeat(1_000)).tags(Collections.nCopies(128, "t".repeat(1_000)))));
        assertThat(tagged.draft().attributes().tags()).hasSize(64);
        assertThat(tagged.draft().attributes().description()).hasSize(1_000);
        assertThat(tagged.notes().getFirst())
                .isEqualTo(new RowProblem("tags", null, TOO_MANY.formatted(129_007) + "with the first 64 of 128 tags"));
    }

    @Test
    void makesTheLargestLegalRowFit() {
        String longest = "\uFFFD".repeat(ImportLimits.SHORT_TEXT_CHARS);
        AssetRow row = AssetFitting.fit(new AssetDraft(
                new AssetKey("s".repeat(63), "\uFFFD".repeat(ImportLimits.EXTERNAL_KEY_CHARS)),
                AssetAttributes.named("\uFFFD".repeat(ImportLimits.NAME_CHARS))
                        .ciClass(longest)
                        .description("\uFFFD".repeat(ImportLimits.CELL_CHARS))
                        .environment(longest)
                        .hostName(longest)
                        .fqdn(longest)
                        .osName(longest)
                        .osVersion(longest)
                        .location(longest)
                        .owner(longest)
                        .supportGroup(longest)
                        .status(longest)
                        .operationalStatus(longest)
                        .serialNumber(longest)
                        .assetTag(longest)
                        .addresses(Collections.nCopies(ImportLimits.ADDRESSES, longest))
                        .tags(Collections.nCopies(ImportLimits.TAGS, longest))
                        .sourceAttributes(Map.of("a", "x".repeat(ImportLimits.CELL_CHARS)))
                        .build()));

        assertThat(AssetFitting.bytesOf(row.draft())).isLessThanOrEqualTo(ImportLimits.ASSET_BYTES);
        assertThat(row.draft().attributes().assetTag()).isEqualTo(longest);
    }

    @Test
    void saysWhatSearchesDoNotSee() {
        AssetRow row = AssetFitting.fit(draft(named().description("\uD83D\uDDA5".repeat(8_001))
                .tags(List.of("t".repeat(2_000), "t".repeat(2_000)))
                .addresses(List.of("a".repeat(2_000), "a".repeat(1_999)))));

        assertThat(row.draft().attributes().description()).hasSize(16_002);
        assertThat(row.notes())
                .containsExactly(
                        new RowProblem(
                                "description",
                                null,
                                "has 8,001 characters; the row is imported, and searches by words see the first 8,000"),
                        new RowProblem(
                                "tags",
                                null,
                                "has 4,001 characters; the row is imported, and searches by words see the first"
                                        + " 4,000"));
    }
}
