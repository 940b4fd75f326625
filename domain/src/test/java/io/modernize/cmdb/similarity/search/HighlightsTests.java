package io.modernize.cmdb.similarity.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.SearchedText;
import io.modernize.cmdb.similarity.duplicates.Assets;
import io.modernize.cmdb.similarity.search.HighlightedField.Part;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightsTests {
    @Test
    void cutsAFieldIntoWhatMatchesAndWhatDoesNot() {
        assertThat(inDescription("Runs Oracle for billing; oracle!", "oracle"))
                .containsExactly(
                        new Part("Runs ", false),
                        new Part("Oracle", true),
                        new Part(" for billing; ", false),
                        new Part("oracle", true),
                        new Part("!", false));
        assertThat(inDescription("oracle", "oracle")).containsExactly(new Part("oracle", true));
        assertThat(inDescription("oracle Oracle", "oracle"))
                .containsExactly(new Part("oracle", true), new Part(" ", false), new Part("Oracle", true));
    }

    @Test
    void matchesWholeWordsOnly() {
        assertThat(Highlights.of(
                        Assets.of(AssetAttributes.named("n").description("databases data base")), Set.of("database")))
                .isEmpty();
    }

    @Test
    void matchesTheNameAndTheNumberOfAWord() {
        assertThat(inDescription("on koji01.", "koji"))
                .containsExactly(new Part("on ", false), new Part("koji", true), new Part("01.", false));
        assertThat(inDescription("on koji01.", "01"))
                .containsExactly(new Part("on koji", false), new Part("01", true), new Part(".", false));
        assertThat(inDescription("on koji01.", "koji", "koji01"))
                .containsExactly(new Part("on ", false), new Part("koji01", true), new Part(".", false));
    }

    @Test
    void ignoresCaseOfWordsToo() {
        assertThat(inDescription("in Zürich", "ZÜRICH"))
                .containsExactly(new Part("in ", false), new Part("Zürich", true));
    }

    @Test
    void putsTheWeightiestFieldFirst() {
        List<HighlightedField> fields = Highlights.of(
                Assets.of(
                        AssetAttributes.named("oracle")
                                .description("oracle")
                                .supportGroup("oracle")
                                .hostName("oracle")
                                .location("Bonn"),
                        "Runs on: oracle"),
                Set.of("oracle"));

        assertThat(fields)
                .extracting(HighlightedField::field)
                .containsExactly(
                        AssetField.NAME,
                        AssetField.HOST_NAME,
                        AssetField.SUPPORT_GROUP,
                        AssetField.RELATIONS,
                        AssetField.DESCRIPTION);
    }

    @Test
    void hasAPassageOfEachValueThatMatches() {
        List<HighlightedField> fields = Highlights.of(
                Assets.of(AssetAttributes.named("n")
                        .tags(List.of("tier gold", "silver", "gold"))
                        .osName("Gold Linux")
                        .osVersion("gold 7")),
                Set.of("gold"));

        assertThat(fields)
                .containsExactly(
                        field(AssetField.OPERATING_SYSTEM, new Part("Gold", true), new Part(" Linux", false)),
                        field(AssetField.OPERATING_SYSTEM, new Part("gold", true), new Part(" 7", false)),
                        field(AssetField.TAGS, new Part("tier ", false), new Part("gold", true)),
                        field(AssetField.TAGS, new Part("gold", true)));
    }

    private static HighlightedField field(AssetField field, Part... parts) {
        return new HighlightedField(field, List.of(parts));
    }

    @Test
    void leavesOutTheExternalKeyWhichHasNoWords() {
        assertThat(Highlights.of(Assets.of(AssetAttributes.named("n")), Set.of("key", "1")))
                .isEmpty();
    }

    @Test
    void findsNothingWithoutWords() {
        assertThat(Highlights.of(Assets.of(AssetAttributes.named("n")), Set.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 39, 40, 41, 100, 159, 160, 161, 500, 1_500})
    void cutsAPassageOutOfLongText(int before) {
        String text = "word ".repeat(before) + "oracle" + " tail".repeat(100) + " oracle";

        List<Part> passage = inDescription(text, "oracle");

        String all = passage.stream().map(Part::text).collect(Collectors.joining());
        String bare = all.replace("…", "");
        assertThat(text).contains(bare);
        assertThat(bare).hasSizeLessThanOrEqualTo(Highlights.MAX_PASSAGE);
        assertThat(bare).hasSizeGreaterThan(Highlights.MAX_PASSAGE / 2);
        assertThat(all.startsWith("…")).isEqualTo(!text.startsWith(bare));
        assertThat(all).endsWith("…");
        assertThat(List.of(bare.split(" "))).isSubsetOf("word", "oracle", "tail", "");
        assertThat(passage.stream().filter(Part::match)).containsExactly(new Part("oracle", true));
        assertThat(passage).extracting(Part::text).doesNotContain("");
    }

    @Test
    void showsTheEndOfALongText() {
        List<Part> passage = inDescription("word ".repeat(100) + "oracle", "oracle");

        assertThat(passage.getFirst().text()).startsWith("…word");
        assertThat(passage.getLast()).isEqualTo(new Part("oracle", true));
    }

    @Test
    void cutsBeforeAMatchThatNoWhiteSpacePrecedes() {
        List<Part> passage = inDescription("x-".repeat(200) + "oracle" + "-y".repeat(200), "oracle");

        assertThat(passage).containsExactly(new Part("…", false), new Part("oracle", true), new Part("…", false));
    }

    @Test
    void showsAMatchThatIsLongerThanAPassage() {
        String word = "x".repeat(Highlights.MAX_PASSAGE + 40);

        assertThat(inDescription("a " + word + " b", word))
                .containsExactly(new Part("a ", false), new Part(word, true), new Part("…", false));
    }

    @Test
    void looksAtWhatSearchesSee() {
        String seen = "x".repeat(SearchedText.TEXT_CHARS - 7) + " oracle";

        assertThat(inDescription(seen + " oracle", "oracle").stream().filter(Part::match))
                .hasSize(1);
        assertThat(Highlights.of(Assets.of(AssetAttributes.named("n").description(seen + " other")), Set.of("other")))
                .isEmpty();
    }

    @Test
    void hasFewPassages() {
        List<HighlightedField> fields = Highlights.of(
                Assets.of(AssetAttributes.named("n").tags(Collections.nCopies(128, "gold"))), Set.of("gold"));

        assertThat(fields).hasSize(Highlights.MAX_PASSAGES);
    }

    @Test
    void cutsNoCharacterInHalf() {
        String monitors = "\uD83D\uDDA5".repeat(300);
        for (int offset = 0; offset < 2; offset++) {
            String all = inDescription("x".repeat(offset) + monitors + " oracle " + monitors, "oracle").stream()
                    .map(Part::text)
                    .collect(Collectors.joining());

            assertThat(new String(all.getBytes(UTF_8), UTF_8)).isEqualTo(all);
        }
    }

    private static List<Part> inDescription(String description, String... words) {
        List<HighlightedField> fields =
                Highlights.of(Assets.of(AssetAttributes.named("n").description(description)), Set.of(words));
        assertThat(fields).hasSize(1);
        assertThat(fields.getFirst().field()).isEqualTo(AssetField.DESCRIPTION);
        return fields.getFirst().passage();
    }
}
