package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.Assets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTextTests {
    @Test
    void saysWhatTheAssetIsCalledAndWhatItIsAndDoes() {
        assertThat(of(AssetAttributes.named("koji01.example.org")
                        .ciClass("cmdb_ci_linux_server")
                        .osName("Ubuntu")
                        .supportGroup("Build Team")
                        .tags(List.of("ci", "gold"))
                        .description("Builds packages")))
                .isEqualTo("koji01 linux_server Ubuntu Build Team ci gold Builds packages");
    }

    @Test
    void leavesOutWhatTellsItFromItsLikes() {
        assertThat(of(AssetAttributes.named("koji01")
                        .hostName("host")
                        .fqdn("koji01.example.org")
                        .serialNumber("SN-4711")
                        .assetTag("P0001")
                        .addresses(List.of("10.4.2.17"))
                        .description(" ")))
                .isEqualTo("koji01");
    }

    @Test
    void keepsANameThatBeginsWithADot() {
        assertThat(of(AssetAttributes.named(".hidden"))).isEqualTo(".hidden");
    }

    @Test
    void takesTheBeginningOfALongDescription() {
        assertThat(of(AssetAttributes.named("n").description("x".repeat(10_000))))
                .isEqualTo("n " + "x".repeat(300));
    }

    @Test
    void isNoLongerThanAQueryMayBe() {
        String text = of(AssetAttributes.named("n".repeat(512))
                .tags(IntStream.range(100, 228)
                        .mapToObj(i -> "t".repeat(60) + i)
                        .toList())
                .description("x".repeat(1_000)));

        assertThat(text).hasSize(QueryText.MAX_LENGTH).startsWith("nnn");
    }

    private static String of(AssetAttributes.Builder attributes) {
        return LikenessText.of(Assets.of(attributes)).value();
    }
}
