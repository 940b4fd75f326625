package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.SearchedText;
import io.modernize.cmdb.similarity.search.HighlightedField.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the places of an asset's text where the words of a search stand, and cuts passages around them. */
public final class Highlights {
    /**
     * The length of the longest passage in characters, without its ellipses. It fills one or two lines of a list of
     * hits.
     */
    static final int MAX_PASSAGE = 160;

    /** The greatest number of passages of one hit. A list of hits shows a few; an asset may have 128 tags with the same word. */
    static final int MAX_PASSAGES = 32;

    /** The number of characters of a passage before its first match. */
    private static final int LEAD = 40;

    private static final String ELLIPSIS = "…";

    /** A word of letters and digits. The group is the part by which a name like koji01 is also searched. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern NAME_AND_NUMBER = Pattern.compile("(\\p{L}{2,})|(\\p{N}+)");

    private Highlights() {}

    /**
     * The fields of the asset that have any of the words, with a passage of each. The field of the greatest weight
     * comes first. Of each field, so much is looked at as searches see ({@link SearchedText}).
     *
     * @param words in lower case, letters and digits only, as they stand in the asset
     */
    public static List<HighlightedField> of(Asset asset, Collection<String> words) {
        Set<String> wanted =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        List<HighlightedField> fields = new ArrayList<>();
        for (AssetField field : AssetField.values()) {
            if (field.hasWords()) {
                int room = SearchedText.TEXT_CHARS;
                for (String value : field.valuesOf(asset)) {
                    List<Span> matches = matches(value, Math.min(room, value.length()), wanted);
                    room = Math.max(0, room - value.length());
                    if (!matches.isEmpty()) {
                        fields.add(new HighlightedField(field, passage(value, matches)));
                    }
                }
            }
        }
        return fields.size() <= MAX_PASSAGES ? fields : List.copyOf(fields.subList(0, MAX_PASSAGES));
    }

    /** The characters from {@code start} to before {@code end}. */
    private record Span(int start, int end) {}

    private static List<Span> matches(String text, int end, Set<String> wanted) {
        List<Span> spans = new ArrayList<>();
        Matcher words = WORD.matcher(text).region(0, end);
        while (words.find()) {
            if (wanted.contains(words.group().toLowerCase(Locale.ROOT))) {
                spans.add(new Span(words.start(), words.end()));
                continue;
            }
            Matcher parts = NAME_AND_NUMBER.matcher(text).region(words.start(), words.end());
            while (parts.find()) {
                if (wanted.contains(parts.group().toLowerCase(Locale.ROOT))) {
                    spans.add(new Span(parts.start(), parts.end()));
                }
            }
        }
        return spans;
    }

    private static List<Part> passage(String text, List<Span> matches) {
        int start = 0;
        int end = text.length();
        if (text.length() > MAX_PASSAGE) {
            int first = matches.getFirst().start();
            start = wordStart(text, Math.max(0, first - LEAD), first);
            end = wordEnd(
                    text,
                    Math.min(text.length(), start + MAX_PASSAGE),
                    matches.getFirst().end());
        }
        List<Part> parts = new ArrayList<>();
        int at = start;
        String before = start > 0 ? ELLIPSIS : "";
        for (Span match : matches) {
            if (match.end() > end) {
                break;
            }
            if (match.start() > at || !before.isEmpty()) {
                parts.add(new Part(before + text.substring(at, match.start()), false));
                before = "";
            }
            parts.add(new Part(text.substring(match.start(), match.end()), true));
            at = match.end();
        }
        if (at < end || end < text.length()) {
            parts.add(new Part(text.substring(at, end) + (end < text.length() ? ELLIPSIS : ""), false));
        }
        return parts;
    }

    /** The first beginning of a word from the position on, but not after the limit. */
    private static int wordStart(String text, int position, int limit) {
        if (position == 0) {
            return 0;
        }
        int at = position;
        while (at < limit && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /** The last end of a word up to the position, but not before the limit. */
    private static int wordEnd(String text, int position, int limit) {
        int at = position;
        while (at > limit && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return Math.max(at, limit);
    }
}
