package io.modernize.cmdb.embedding.onnx;

import java.util.ArrayList;
import java.util.List;

/** Cuts the documents of a call into parts of bounded length, so that other calls have their turn in between. */
final class DocumentParts {
    private DocumentParts() {}

    /**
     * The documents in their order, in parts.
     *
     * @param mostCharacters the greatest number of characters of a part, unless a single document has more
     */
    static List<List<String>> of(List<String> documents, int mostCharacters) {
        List<List<String>> parts = new ArrayList<>();
        int first = 0;
        int characters = 0;
        for (int at = 0; at < documents.size(); at++) {
            int length = documents.get(at).length();
            if (at > first && characters + length > mostCharacters) {
                parts.add(documents.subList(first, at));
                first = at;
                characters = 0;
            }
            characters += length;
        }
        if (first < documents.size()) {
            parts.add(documents.subList(first, documents.size()));
        }
        return parts;
    }
}
