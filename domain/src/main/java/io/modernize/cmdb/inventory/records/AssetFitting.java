package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.SearchedText;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shortens an asset until its texts have at most {@link ImportLimits#ASSET_BYTES} together, and notes what was left out and
 * what searches do not see.
 *
 * <p>Source attributes are left out first, the longest one first, because they repeat what the asset has elsewhere. Each is left
 * out as a whole, so that a filter never compares half a value. Then the ends of description, tags and addresses follow, those
 * of the largest one first. All other texts together have fewer bytes than the limit.
 */
final class AssetFitting {
    private static final int NAMED_ATTRIBUTES = 3;

    private final AssetDraft draft;
    private final long bytes;
    private final List<RowProblem> notes = new ArrayList<>();
    private final SortedMap<String, String> sourceAttributes;
    private @Nullable String description;
    private List<String> tags;
    private List<String> addresses;

    /** How many bytes are too many; none if it is not positive. */
    private long excess;

    private AssetFitting(AssetDraft draft) {
        AssetAttributes asset = draft.attributes();
        this.draft = draft;
        this.bytes = bytesOf(draft);
        this.excess = bytes - ImportLimits.ASSET_BYTES;
        this.sourceAttributes = new TreeMap<>(asset.sourceAttributes());
        this.description = asset.description();
        this.tags = asset.tags();
        this.addresses = asset.addresses();
    }

    static AssetRow fit(AssetDraft draft) {
        AssetFitting fitting = new AssetFitting(draft);
        if (fitting.excess > 0) {
            fitting.leaveOutSourceAttributes();
            fitting.cut();
        }
        fitting.noteWhatSearchesDoNotSee();
        return new AssetRow(fitting.fitted(), fitting.notes);
    }

    /** The bytes of all texts of an asset, in UTF-8. */
    static long bytesOf(AssetDraft draft) {
        long bytes = bytes(draft.key().sourceSystem()) + bytes(draft.key().externalKey());
        for (AssetAttribute attribute : AssetAttribute.all()) {
            bytes += bytes(attribute.of(draft.attributes()));
        }
        return bytes;
    }

    private static long bytes(@Nullable Object value) {
        if (value instanceof String text) {
            return bytes(text);
        }
        if (value instanceof Collection<?> texts) {
            return texts.stream().mapToLong(AssetFitting::bytes).sum();
        }
        if (value instanceof Map<?, ?> entries) {
            return bytes(entries.keySet()) + bytes(entries.values());
        }
        // Numbers have a fixed size, and the family of an operating system is a word of ours.
        return 0;
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            bytes += bytes(text.charAt(at));
        }
        return bytes;
    }

    /** Half of the four bytes of a character beyond 16 bits, for each of its two halves. */
    private static int bytes(char character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }

    private void leaveOutSourceAttributes() {
        List<String> leftOut = new ArrayList<>();
        for (Map.Entry<String, String> attribute : draft.attributes().sourceAttributes().entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, String> entry) -> bytes(entry.getKey()) + bytes(entry.getValue()))
                        .reversed())
                .toList()) {
            if (excess <= 0) {
                break;
            }
            sourceAttributes.remove(attribute.getKey());
            leftOut.add(attribute.getKey());
            excess -= bytes(attribute.getKey()) + bytes(attribute.getValue());
        }
        if (!leftOut.isEmpty()) {
            int others = leftOut.size() - NAMED_ATTRIBUTES;
            note(
                    leftOut.getFirst(),
                    leftOut.stream()
                                    .limit(NAMED_ATTRIBUTES)
                                    .map(name -> PrintableText.of(name, 60))
                                    .collect(Collectors.joining(", ", "without the source attributes ", ""))
                            + (others > 0 ? " and %,d others".formatted(others) : ""));
        }
    }

    private void cut() {
        Stream.<Map.Entry<Long, Runnable>>of(
                        Map.entry(bytes((Object) description), this::cutDescription),
                        Map.entry(bytes(tags), this::cutTags),
                        Map.entry(bytes(addresses), this::cutAddresses))
                .sorted(Comparator.comparing(Map.Entry<Long, Runnable>::getKey).reversed())
                .map(Map.Entry::getValue)
                .forEach(Runnable::run);
    }

    private void cutDescription() {
        if (excess <= 0 || description == null) {
            return;
        }
        int end = description.length();
        while (end > 0 && excess > 0) {
            int start = description.offsetByCodePoints(end, -1);
            excess -= bytes(description.substring(start, end));
            end = start;
        }
        description = description.substring(0, end);
        note("description", "with the first %,d characters of the description".formatted(end));
    }

    private void cutTags() {
        List<String> kept = firstOf(tags);
        if (kept.size() < tags.size()) {
            note("tags", "with the first %,d of %,d tags".formatted(kept.size(), tags.size()));
            tags = kept;
        }
    }

    private void cutAddresses() {
        List<String> kept = firstOf(addresses);
        if (kept.size() < addresses.size()) {
            note("addresses", "with the first %,d of %,d addresses".formatted(kept.size(), addresses.size()));
            addresses = kept;
        }
    }

    private List<String> firstOf(List<String> texts) {
        int kept = texts.size();
        while (kept > 0 && excess > 0) {
            kept--;
            excess -= bytes(texts.get(kept));
        }
        return texts.subList(0, kept);
    }

    private void note(String column, String how) {
        notes.add(new RowProblem(
                column,
                null,
                String.format(
                        Locale.ROOT,
                        "the texts of the row have %,d bytes, at most %,d; it is imported %s",
                        bytes,
                        ImportLimits.ASSET_BYTES,
                        how)));
    }

    private void noteWhatSearchesDoNotSee() {
        noteUnseen("description", description == null ? "" : description, SearchedText.TEXT_CHARS);
        noteUnseen("tags", String.join(" ", tags), SearchedText.LIST_CHARS);
        noteUnseen("addresses", String.join(" ", addresses), SearchedText.LIST_CHARS);
    }

    private void noteUnseen(String column, String text, int seen) {
        int characters = text.length() <= seen ? text.length() : text.codePointCount(0, text.length());
        if (characters > seen) {
            notes.add(new RowProblem(
                    column,
                    null,
                    String.format(
                            Locale.ROOT,
                            "has %,d characters; the row is imported, and searches by words see the first %,d",
                            characters,
                            seen)));
        }
    }

    private AssetDraft fitted() {
        return excess == bytes - ImportLimits.ASSET_BYTES
                ? draft
                : new AssetDraft(
                        draft.key(), draft.attributes().withTexts(description, addresses, tags, sourceAttributes));
    }
}
