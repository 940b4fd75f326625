package io.modernize.cmdb.inventory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an asset, in one list. The content hash, the columns, imports and exports of JSON Lines, filters, facets,
 * documents and searches by text follow from it.
 *
 * <p>The content hash has the attributes in this order, so the order may not change. A new attribute stands at the end: see
 * {@link #isOfFirstHash}. {@code docs/extending.md} says how to add one.
 */
public enum AssetAttribute {
    NAME(Kind.TEXT, AssetAttributes::name, Use.DOCUMENT, Use.WORDS),
    CI_CLASS(Kind.TEXT, AssetAttributes::ciClass, "ciClasses", Use.DOCUMENT, Use.WORDS, Use.FACET),
    DESCRIPTION(Kind.TEXT, AssetAttributes::description, Use.DOCUMENT, Use.WORDS),
    ENVIRONMENT(Kind.TEXT, AssetAttributes::environment, "environments", Use.DOCUMENT, Use.WORDS, Use.FACET),
    HOST_NAME(Kind.TEXT, AssetAttributes::hostName, Use.WORDS),
    FQDN(Kind.TEXT, AssetAttributes::fqdn, Use.WORDS),
    OS_NAME(Kind.TEXT, AssetAttributes::osName, Use.DOCUMENT, Use.WORDS),
    OS_VERSION(Kind.TEXT, AssetAttributes::osVersion, Use.DOCUMENT, Use.WORDS),
    /** It follows from the name of the operating system, so no hash and no file has it. */
    OS_FAMILY(Kind.OS_FAMILY, AssetAttributes::osFamily, "osFamilies", Use.FACET),
    CPU_COUNT(Kind.INTEGER, AssetAttributes::cpuCount, "cpuCount"),
    MEMORY_MIB(Kind.LONG, AssetAttributes::memoryMib, "memoryMib"),
    STORAGE_GIB(Kind.DECIMAL, AssetAttributes::storageGib, "storageGib"),
    LOCATION(Kind.TEXT, AssetAttributes::location, "locations", Use.DOCUMENT, Use.WORDS, Use.FACET),
    OWNER(Kind.TEXT, AssetAttributes::owner, Use.DOCUMENT, Use.WORDS),
    SUPPORT_GROUP(Kind.TEXT, AssetAttributes::supportGroup, "supportGroups", Use.DOCUMENT, Use.WORDS),
    STATUS(Kind.TEXT, AssetAttributes::status, "statuses"),
    OPERATIONAL_STATUS(Kind.TEXT, AssetAttributes::operationalStatus),
    SERIAL_NUMBER(Kind.TEXT, AssetAttributes::serialNumber, Use.WORDS),
    ASSET_TAG(Kind.TEXT, AssetAttributes::assetTag, Use.WORDS),
    ADDRESSES(Kind.TEXTS, AssetAttributes::addresses, Use.WORDS),
    TAGS(Kind.TEXTS, AssetAttributes::tags, "tags", Use.DOCUMENT, Use.WORDS, Use.FACET),
    SOURCE_ATTRIBUTES(Kind.ENTRIES, AssetAttributes::sourceAttributes, "attributes");

    /** The kind of the values of an attribute. */
    public enum Kind {
        TEXT,
        /** A list of texts; empty where there are none. */
        TEXTS,
        /** An {@link Integer}. */
        INTEGER,
        /** A {@link Long}. */
        LONG,
        /** A {@link java.math.BigDecimal}. */
        DECIMAL,
        /** An {@link OsFamily}. */
        OS_FAMILY,
        /** Texts by name; empty where there are none. */
        ENTRIES
    }

    /** A use of attributes, beside filters. */
    public enum Use {
        /** Stands in the text that is embedded. */
        DOCUMENT,
        /** Is searched by its words. */
        WORDS,
        /** Has its values counted. */
        FACET
    }

    private static final List<AssetAttribute> ALL = List.of(values());

    private final Kind kind;
    private final Function<AssetAttributes, @Nullable Object> value;
    private final @Nullable String filterName;
    private final Set<Use> uses;
    private final String column;
    private final String property;

    AssetAttribute(Kind kind, Function<AssetAttributes, @Nullable Object> value, Use... uses) {
        this(kind, value, null, uses);
    }

    AssetAttribute(
            Kind kind, Function<AssetAttributes, @Nullable Object> value, @Nullable String filterName, Use... uses) {
        this.kind = kind;
        this.value = value;
        this.filterName = filterName;
        this.uses = Set.of(uses);
        this.column = name().toLowerCase(Locale.ROOT);
        this.property = camelCase(name());
    }

    private static String camelCase(String constant) {
        String[] words = constant.toLowerCase(Locale.ROOT).split("_");
        StringBuilder joined = new StringBuilder(words[0]);
        Arrays.stream(words)
                .skip(1)
                .forEach(word ->
                        joined.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length()));
        return joined.toString();
    }

    /** In order, without a new array for each call. */
    public static List<AssetAttribute> all() {
        return ALL;
    }

    public Kind kind() {
        return kind;
    }

    /** The value of an asset, of the class that {@link #kind} names. Null or an empty collection if it has none. */
    public @Nullable Object of(AssetAttributes asset) {
        return value.apply(asset);
    }

    public boolean isPresentIn(AssetAttributes asset) {
        return switch (of(asset)) {
            case null -> false;
            case Collection<?> texts -> !texts.isEmpty();
            case Map<?, ?> entries -> !entries.isEmpty();
            case Object value -> true;
        };
    }

    /** The attribute's name in {@link AssetAttributes} and in the API: {@code supportGroup}. */
    public String property() {
        return property;
    }

    /** The attribute's name in files of this project's own format. */
    public String fileProperty() {
        return this == SOURCE_ATTRIBUTES ? "attributes" : property;
    }

    /** The attribute's name in the database: {@code support_group}. */
    public String column() {
        return column;
    }

    public boolean isFilter() {
        return filterName != null;
    }

    /**
     * The name of its condition in the API: {@code supportGroups}.
     *
     * @throws IllegalStateException if assets are not filtered by it
     */
    public String filterName() {
        if (filterName == null) {
            throw new IllegalStateException("assets are not filtered by " + this);
        }
        return filterName;
    }

    public boolean isUsedFor(Use use) {
        return uses.contains(use);
    }

    /** Whether sources give the attribute. A derived one is stored, but no hash and no file has it. */
    public boolean isGiven() {
        return kind != Kind.OS_FAMILY;
    }

    /**
     * Whether content hashes have always had the attribute, present or absent. A later attribute is hashed only if an asset has
     * it. Assets without it therefore keep their hashes, and need not be embedded again.
     */
    public boolean isOfFirstHash() {
        return isGiven() && compareTo(SOURCE_ATTRIBUTES) < 0;
    }

    /** Whether content hashes have the attribute only if an asset has it. */
    boolean isOfLaterHash() {
        return isGiven() && compareTo(SOURCE_ATTRIBUTES) > 0;
    }
}
