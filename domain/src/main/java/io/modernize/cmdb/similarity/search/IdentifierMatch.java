package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import java.util.Locale;
import java.util.Optional;

/**
 * An identifier of an asset that was typed, ignoring case.
 *
 * @param value as the asset has it
 * @param exact whether all of it was typed, or only its beginning
 */
public record IdentifierMatch(AssetField field, String value, boolean exact) {

    /** The first identifier that equals the text, or else the first that begins with it. */
    public static Optional<IdentifierMatch> of(Asset asset, QueryText text) {
        String typed = text.value().toLowerCase(Locale.ROOT);
        IdentifierMatch beginning = null;
        for (AssetField field : AssetField.IDENTIFIERS) {
            for (String value : field.valuesOf(asset)) {
                String identifier = value.toLowerCase(Locale.ROOT);
                if (identifier.equals(typed)) {
                    return Optional.of(new IdentifierMatch(field, value, true));
                }
                if (beginning == null && identifier.startsWith(typed)) {
                    beginning = new IdentifierMatch(field, value, false);
                }
            }
        }
        return Optional.ofNullable(beginning);
    }
}
