package io.modernize.cmdb.operations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedQueriesTests {
    private static final String GOOD =
            "{\"query\": \"web shop\", \"kind\": \"semantic\", \"relevant\": [\"a\", \"b\"]}";

    @TempDir
    private Path folder;

    @Test
    void readsAQueryPerLineAndPassesOverBlankOnes() throws IOException {
        Path file =
                file(GOOD, "", "   ", "{\"query\":\"ü\",\"kind\":\"identifier\",\"relevant\":[\"c\"],\"by\":\"Ann\"}");

        assertThat(JudgedQueries.read(file).all())
                .containsExactly(
                        new JudgedQuery("web shop", "semantic", Set.of("a", "b")),
                        new JudgedQuery("ü", "identifier", Set.of("c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"query\": \"x\", \"kind\": \"k\", \"relevant\": [\"a\"]",
                "{\"kind\": \"k\", \"relevant\": [\"a\"]}",
                "{\"query\": \" \", \"kind\": \"k\", \"relevant\": [\"a\"]}",
                "{\"query\": \"x\", \"relevant\": [\"a\"]}",
                "{\"query\": \"x\", \"kind\": \"k\"}",
                "{\"query\": \"x\", \"kind\": \"k\", \"relevant\": []}",
                "{\"query\": \"x\", \"kind\": \"k\", \"relevant\": [null]}",
                "{\"query\": \"x\", \"kind\": \"k\", \"relevant\": \"a\"}",
                "null"
            })
    void namesTheLineThatCannotBeUsed(String bad) throws IOException {
        Path file = file(GOOD, "", bad, GOOD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedQueries.read(file))
                .withMessageStartingWith(file + ", line 3: not a judged query: ")
                .withMessageNotContaining("null:")
                .withMessageNotContaining("\n");
    }

    @Test
    void saysWhatAJudgedQueryNeeds() throws IOException {
        Path file = file("{\"query\": \"x\", \"relevant\": [\"a\"]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedQueries.read(file))
                .withMessageContaining("a judged query has a text, a kind and at least one relevant asset");
    }

    @Test
    void refusesAFileWithoutQueries() throws IOException {
        Path file = file("", " ");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedQueries.read(file))
                .withMessage(file + " has no judged query");
    }

    @Test
    void refusesAFileThatIsNotText() throws IOException {
        Path file = Files.write(folder.resolve("judged.jsonl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedQueries.read(file))
                .withMessage(file + " is not encoded in UTF-8");
    }

    @Test
    void leavesMissingFilesToTheCaller() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> JudgedQueries.read(folder.resolve("absent.jsonl")));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("judged.jsonl"), String.join("\n", lines));
    }
}
