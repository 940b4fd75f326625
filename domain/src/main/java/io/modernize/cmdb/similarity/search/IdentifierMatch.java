package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import java.util.Locale;
import java.util.Optional;

/**
 * An identifier of an asset that equals the query or begins with it, ignoring case.
 *
 * @param value the identifier as the asset has it
 * @param exact whether the query is the whole identifier, or only its beginning
 */
public record IdentifierMatch(AssetField field, String value, boolean exact) {

    /** The first identifier that equals the text. If none does, the first one that begins with it. */
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
