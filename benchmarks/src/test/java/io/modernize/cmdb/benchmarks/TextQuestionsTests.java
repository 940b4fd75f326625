package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextQuestionsTests {
    private final TextClient client = new TextClient(1, 200);
    private final TextQuestions questions = new TextQuestions(client, new TopicVectors(16));

    @Test
    void areTheSameEachTime() {
        TextQuestion first = questions.question(TextQuestion.Kind.SENTENCE, 7);
        TextQuestion again = questions.question(TextQuestion.Kind.SENTENCE, 7);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.vector()).containsExactly(first.vector());
    }

    @Test
    void nameIdentifiersThatThereAre() {
        List<String> identifiers = assets().flatMap(
                        asset -> Stream.of(asset.name(), asset.serialNumber(), asset.assetTag()))
                .toList();

        assertThat(texts(TextQuestion.Kind.IDENTIFIER)).isSubsetOf(identifiers);
        assertThat(texts(TextQuestion.Kind.MISTYPED)).doesNotContainAnyElementsOf(identifiers);
        assertThat(texts(TextQuestion.Kind.PREFIX))
                .allSatisfy(text -> assertThat(identifiers)
                        .doesNotContain(text)
                        .anyMatch(identifier -> identifier.startsWith(text)));
    }

    @Test
    void aTypingErrorExchangesNeighbours() {
        String mistyped = TextQuestions.mistyped("fradbp000123", new SplittableRandom(1));

        assertThat(mistyped).isNotEqualTo("fradbp000123").hasSize(12);
        assertThat(sorted(mistyped)).isEqualTo(sorted("fradbp000123"));
    }

    @Test
    void aSentenceHasEightWordsAndCommonWordsAreThree() {
        assertThat(texts(TextQuestion.Kind.SENTENCE))
                .allSatisfy(text -> assertThat(text.split(" ")).hasSize(8));
        assertThat(texts(TextQuestion.Kind.COMMON))
                .allSatisfy(text -> assertThat(text.split(" ")).hasSize(3));
    }

    @Test
    void expectWhatTheyAreAbout() {
        assertThat(questions.question(TextQuestion.Kind.ENGAGEMENT, 0).scope()).isEqualTo(client.sideScope());
        assertThat(questions.question(TextQuestion.Kind.FILTERED, 0).filter().conditions())
                .singleElement()
                .satisfies(condition -> {
                    assertThat(condition.attribute()).isEqualTo(AssetAttribute.LOCATION);
                    assertThat(condition)
                            .isInstanceOfSatisfying(
                                    AssetCondition.OneOf.class,
                                    locations -> assertThat(locations.values()).hasSize(1));
                });
    }

    @Test
    void assetsAreInterchangeableInNothingThatIdentifiesThem() {
        assertThat(assets().map(TextAsset::name)).doesNotHaveDuplicates();
        assertThat(assets().map(TextAsset::serialNumber)).doesNotHaveDuplicates();
        assertThat(assets().map(asset -> TextAsset.numberOf(asset.assetTag())))
                .containsExactlyElementsOf(
                        IntStream.range(0, client.assets()).boxed().toList());
        assertThat(assets().map(TextAsset::name)).allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    private Stream<TextAsset> assets() {
        return IntStream.range(0, client.assets()).mapToObj(number -> TextAsset.of(client, number));
    }

    private List<String> texts(TextQuestion.Kind kind) {
        return questions.of(kind, 30).stream().map(TextQuestion::text).toList();
    }

    private static String sorted(String text) {
        char[] characters = text.toCharArray();
        Arrays.sort(characters);
        return new String(characters);
    }
}
