package io.modernize.cmdb.operations.crash;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.inventory.AssetAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The export of one estate in one revision. From a revision to the next seven of ten assets change; every hundredth row
 * is of no use.
 *
 * @param assets how many
 * @param revision from 1 on
 */
record ExportedFile(int assets, int revision) {
    private static final int OF = 10;
    private static final int CHANGED = 7;
    private static final int GOOD_ROWS_PER_REJECTED = 99;

    Path writeTo(Path folder) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < assets; number++) {
            lines.add("{\"externalKey\": \"%s\", \"name\": \"%s\", \"description\": \"%s\"}"
                    .formatted(key(number), name(number), description(number)));
            if (number % GOOD_ROWS_PER_REJECTED == 0) {
                lines.add("{\"description\": \"without key and name\"}");
            }
        }
        try {
            return Files.write(folder.resolve(fileName()), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return "revision-" + revision + ".jsonl";
    }

    /** Assets that are new, or not as in the revision before. */
    long changed() {
        return revision == 1
                ? assets
                : numbers().filter(number -> changesIn(revision, number)).count();
    }

    long rejected() {
        return Math.ceilDiv(assets, GOOD_ROWS_PER_REJECTED);
    }

    Set<String> externalKeys() {
        return numbers().mapToObj(ExportedFile::key).collect(Collectors.toUnmodifiableSet());
    }

    /** What is to be embedded of each asset. */
    Set<String> documents() {
        AssetDocumentTemplate template = new AssetDocumentTemplate();
        return numbers()
                .mapToObj(number -> template.render(AssetAttributes.named(name(number))
                        .description(description(number))
                        .build()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private IntStream numbers() {
        return IntStream.range(0, assets);
    }

    private String description(int number) {
        int last = revision;
        while (last > 1 && !changesIn(last, number)) {
            last--;
        }
        return "Application server number " + number + ", as of revision " + last;
    }

    private static boolean changesIn(int revision, int number) {
        return (number + revision) % OF < CHANGED;
    }

    private static String key(int number) {
        return "key-%05d".formatted(number);
    }

    private static String name(int number) {
        return "server-%05d".formatted(number);
    }
}
