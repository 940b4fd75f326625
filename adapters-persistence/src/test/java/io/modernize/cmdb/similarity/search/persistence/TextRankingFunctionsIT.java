package io.modernize.cmdb.similarity.search.persistence;

import static io.modernize.cmdb.inventory.AssetAttributes.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The parts of {@code search_asset_texts} that read a question and rank what it finds, each by itself. */
@PersistenceTest
class TextRankingFunctionsIT {
    @AutoClose
    private final TextFunctions sql;

    @Autowired
    TextRankingFunctionsIT(DatabaseWorld world) throws SQLException {
        sql = TextFunctions.connect(world);
    }

    @Test
    void readsAQuestion() {
        assertThat(question("KOJI01", "exact")).isEqualTo("'p!koji01'");
        assertThat(question("KOJI01", "beginning")).isEqualTo("'p!koji01':*");
        assertThat(question("KOJI01", "words")).isEqualTo("{'pkoji01','pkoji','p01'}");
        assertThat(question("KOJI01", "mentioned")).isEqualTo("{}");
        assertThat(sql.texts("select (text_question_of('p', repeat('x', 201))).exact"))
                .containsOnlyNulls();
        assertThat(question("what runs on vm-04?", "words")).isEqualTo("{'prun','pvm','p04'}");
        assertThat(question("what runs on vm-04?", "mentioned")).isEqualTo("{'p!vm-04':* | 'p@vm-04':*}");
        assertThat(question("two words", "mentioned")).isEqualTo("{}");
        assertThat(sql.text("select trigram_lexemes('p', 'AbcD')")).isEqualTo("{'p~abc','p~bcd'}");
    }

    private String question(String typed, String part) {
        return sql.text("select (text_question_of('p', '" + typed + "'))." + part)
                .replace("\"", "");
    }

    @Test
    void choosesByAllTermsWhereAllTextsCanBeRankedAndElseByTheRarest() {
        for (String name : List.of("a", "b", "c", "d")) {
            sql.save(named(name).description("common usual"));
        }
        sql.save(named("e").description("rare common usual"));

        assertThat(choice("null", 2, 5)).isEqualTo("('common' | 'rare' | 'usual',,f)");
        assertThat(choice(sql.word("begun"), 2, 5)).isEqualTo("('begun' | 'common' | 'rare' | 'usual',,f)");
        assertThat(choice("null", 1, 4)).isEqualTo("('rare',,t)");
        assertThat(choice("null", 4, 4)).isEqualTo("('rare','common' & 'usual',t)");
    }

    private String choice(String beginning, int depth, int most) {
        return sql.text("select choose_texts(" + sql.scope("null", "null", "null") + ", " + beginning + ", array["
                        + sql.word("common") + ", " + sql.word("rare") + ", " + sql.word("usual") + "], depth => "
                        + depth
                        + ", most => " + most + ")")
                .replace("\"", "")
                .replace("'" + sql.clients().northwind().toString().substring(28), "'");
    }

    @Test
    void ranksWhatIsChosen() {
        sql.save(named("koji01"));
        sql.save(named("koji01-backup"));
        sql.save(named("web").description("koji01"));
        sql.save(named("app").description("koji01"));

        assertThat(ranked(1, 9)).containsExactly("koji01 2 4");
        assertThat(ranked(3, 9)).startsWith("koji01 2 4", "koji01-backup 1 4").hasSize(4);
        assertThat(ranked(1, 3)).containsExactly("koji01 2 -3");
    }

    /** Names, how they were identified, and how many texts matched. */
    private List<String> ranked(int depth, int most) {
        return sql.texts("select name || ' ' || identifier || ' ' || matches from (select s, q,"
                + " row(q.words[1] || q.beginning, null, false)::text_choice as choice from "
                + sql.scope("null", "null", "null") + " as s, text_question_of(text_prefix('"
                + sql.clients().northwind()
                + "'), 'koji01') as q) as asked, rank_texts(s, q, '{}', choice, depth => " + depth + ", most => " + most
                + ") r join cmdb_assets a on a.id = r.asset_id");
    }
}
