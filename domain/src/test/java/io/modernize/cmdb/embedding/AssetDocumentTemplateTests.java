package io.modernize.cmdb.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssetDocumentTemplateTests {
    private final AssetDocumentTemplate template = new AssetDocumentTemplate();

    @Test
    void rendersShortFactsFirstAndTheDescriptionLast() {
        assertThat(template.render(full().build()))
                .isEqualTo("srv-17, linux server. Environment: Production. Operating system: Ubuntu 24.04."
                        + " Location: Zürich. Owner: Jane. Support group: DBA. Tags: pci, tier:1."
                        + " Description: Oracle for billing");
    }

    @Test
    void rendersTheSameAssetTheSameWay() {
        assertThat(template.render(full().build())).isEqualTo(new AssetDocumentTemplate().render(full().build()));
    }

    @Test
    void leavesNoTraceOfAbsentAttributes() {
        assertThat(template.render(AssetAttributes.named("srv-17").build())).isEqualTo("srv-17");
        assertThat(template.render(AssetAttributes.named("srv-17")
                        .description(" ")
                        .environment("")
                        .osVersion("9.4")
                        .build()))
                .isEqualTo("srv-17");
    }

    @Test
    void leavesOutWhatATextModelCannotPlace() {
        AssetAttributes asset = AssetAttributes.named("srv-17")
                .serialNumber("SN-4711")
                .assetTag("P-4711")
                .fqdn("srv-17.example.org")
                .addresses(List.of("10.0.0.1"))
                .cpuCount(16)
                .memoryMib(32_768L)
                .storageGib(new BigDecimal("500"))
                .status("Installed")
                .operationalStatus("Operational")
                .sourceAttributes(Map.of("raw", "value"))
                .build();

        assertThat(template.render(asset)).isEqualTo("srv-17");
    }

    @Test
    void takesWhiteSpaceTogether() {
        assertThat(template.render(
                        AssetAttributes.named("s").description("a\n\n b\t c").build()))
                .isEqualTo("s. Description: a b c");
    }

    @Test
    void rendersRelationsBeforeTheDescription() {
        assertThat(template.render(full().build(), "Depends on: db-02. Runs on: esx-01"))
                .contains("Tags: pci, tier:1. Depends on: db-02. Runs on: esx-01. Description: Oracle for billing");
        assertThat(template.render(AssetAttributes.named("srv-17").build(), "Runs on: esx-01"))
                .isEqualTo("srv-17. Runs on: esx-01");
    }

    @Test
    void rendersAnAssetWithoutRelationsAsEver() {
        assertThat(template.render(full().build(), "")).isEqualTo(template.render(full().build()));
    }

    @Test
    void cutsTheDescriptionOffBeforeRelations() {
        AssetAttributes longest =
                AssetAttributes.named("n").description("d".repeat(65_536)).build();

        assertThat(template.render(longest, "Runs on: esx-01"))
                .hasSize(AssetDocumentTemplate.MAX_LENGTH)
                .contains("Runs on: esx-01");
    }

    @Test
    void isBounded() {
        AssetAttributes longest = AssetAttributes.named("n".repeat(512))
                .description("d".repeat(65_536))
                .tags(IntStream.range(0, 128).mapToObj(i -> "tag" + i).toList())
                .build();

        String document = template.render(longest);

        assertThat(document).hasSize(AssetDocumentTemplate.MAX_LENGTH).startsWith("nnn");
        assertThat(document).contains("tag19").doesNotContain("tag20");
    }

    @Test
    void cutsNoCharacterInHalf() {
        for (int offset = 0; offset < 2; offset++) {
            String document = template.render(AssetAttributes.named("s" + "x".repeat(offset))
                    .description("\uD83D\uDDA5".repeat(2_000))
                    .build());

            assertThat(document.length())
                    .isBetween(AssetDocumentTemplate.MAX_LENGTH - 1, AssetDocumentTemplate.MAX_LENGTH);
            assertThat(Character.isHighSurrogate(document.charAt(document.length() - 1)))
                    .isFalse();
        }
    }

    private static AssetAttributes.Builder full() {
        return AssetAttributes.named("srv-17")
                .ciClass("cmdb_ci_linux_server")
                .environment("Production")
                .osName("Ubuntu")
                .osVersion("24.04")
                .location("Zürich")
                .owner("Jane")
                .supportGroup("DBA")
                .tags(List.of("pci", "tier:1"))
                .description("Oracle for billing");
    }
}
