package io.modernize.cmdb.similarity.search.persistence;

import static io.modernize.cmdb.inventory.AssetAttributes.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.SearchedText;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one asset, and one question, may cost a search by text. */
@PersistenceTest
class BoundedTextsIT {
    /** PostgreSQL refuses a vector whose lexemes and positions have more bytes. */
    private static final int VECTOR_BYTES = 1_048_575;

    private static final int OWN_VECTOR_BYTES = 300_000;

    @AutoClose
    private final TextFunctions sql;

    @Autowired
    BoundedTextsIT(DatabaseWorld world) throws SQLException {
        sql = TextFunctions.connect(world);
    }

    /** A text of that many characters in short words that occur once; each is also indexed by its letters and its number. */
    private static String words(int start, int characters) {
        return IntStream.iterate(start, number -> number + 1)
                .mapToObj(BoundedTextsIT::word)
                .limit(characters / 5 + 1)
                .collect(Collectors.joining(" "))
                .substring(0, characters);
    }

    private static String word(int number) {
        return "" + (char) ('a' + number / 2_600 % 26) + (char) ('a' + number / 100 % 26) + number % 100
                + (char) ('a' + number / 67_600 % 26);
    }

    /** An asset with as many and as long texts as a row of an import may have. */
    private static AssetAttributes.Builder extreme() {
        return named("extreme")
                .description(words(0, 65_536))
                .tags(IntStream.range(0, 128)
                        .mapToObj(tag -> words(tag * 1_000, 1_024))
                        .toList())
                .addresses(IntStream.range(0, 64)
                        .mapToObj(address -> words(address * 999, 1_024))
                        .toList())
                .owner(words(7, 1_024));
    }

    @Test
    void indexesAnExtremeAssetBesideAnOrdinaryOne() {
        sql.save(extreme());
        sql.save(named("ordinary").description("payroll of the extreme"));

        assertThat(sql.texts("select a.name from search_asset_texts(query_text => 'extreme', depth => 9) h"
                        + " join cmdb_assets a on a.id = h.asset_id"))
                .containsExactly("extreme", "ordinary");
        assertThat(Integer.parseInt(sql.text("select max(pg_column_size(document)) from cmdb_asset_texts")))
                .isBetween(1_000, OWN_VECTOR_BYTES)
                .isLessThan(VECTOR_BYTES);
    }

    @Test
    void indexesTheLargestVectorThatTheBoundsAllow() {
        // Each blank ends a word, so that no text has more of them; each of these words takes four bytes.
        String shortest = IntStream.range(0, 32_000)
                .mapToObj(number -> Character.toString(0x20000 + number))
                .collect(Collectors.joining(" "));
        sql.save(named("dense").description(shortest).tags(List.of(shortest)).addresses(List.of(shortest)));

        assertThat(Integer.parseInt(sql.text("select max(pg_column_size(document)) from cmdb_asset_texts")))
                .isLessThan(OWN_VECTOR_BYTES);
    }

    @Test
    void seesAsMuchAsImportsSayThatItSees() {
        assertThat(sql.text("select length(searched_text(repeat('x', 100000)))"))
                .isEqualTo("" + SearchedText.TEXT_CHARS);
        assertThat(sql.text("select length(searched_text(array_fill('xx'::text, array[10000])))"))
                .isEqualTo("" + SearchedText.LIST_CHARS);
        sql.save(named("seen").description("x".repeat(SearchedText.TEXT_CHARS - 7) + " inside outside"));

        assertThat(found("inside")).containsExactly("seen");
        assertThat(found("outside")).isEmpty();
    }

    private List<String> found(String word) {
        return sql.texts("select a.name from search_asset_texts(query_text => '" + word + "', depth => 9) h"
                + " join cmdb_assets a on a.id = h.asset_id");
    }

    @Test
    void looksUpFewTermsOfALongQuestion() {
        String longest = words(0, QueryText.MAX_LENGTH);

        assertThat(sql.text("select cardinality((text_question_of('p', '" + longest + "')).words)"))
                .isEqualTo("32");
        assertThat(sql.text("select cardinality((text_question_of('p', '" + longest + "')).mentioned)"))
                .isEqualTo("32");
    }

    @Test
    void findsTheWordsOfAPassageByTheirLexemes() {
        assertThat(matched("dying servers", "Serving the SERVER; dies, die_serve; observers"))
                .isEqualTo("{die,dies,server}");
        assertThat(matched("koji 01", "koji01, xkoji, k01, AB01C, 010")).isEqualTo("{01,koji}");
        assertThat(matched("of the", "of the")).isEqualTo("{}");
        assertThat(matched("x", "x xy X1")).isEqualTo("{x}");
    }

    @Test
    void takesFewWordsOfATextApart() {
        assertThat(matched("server", "series ".repeat(499) + "server")).isEqualTo("{server}");
        assertThat(matched("server", "series ".repeat(500) + "server")).isEqualTo("{}");
    }

    private String matched(String question, String text) {
        return sql.text("select array(select word from unnest(matched_words(question_lexemes('" + question + "'), '"
                + text + "')) as word order by word collate \"C\")");
    }
}
