package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.HighlightedField;
import io.modernize.cmdb.similarity.search.Highlights;
import io.modernize.cmdb.similarity.search.HitExplanation;
import io.modernize.cmdb.similarity.search.IdentifierMatch;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.VectorMatch;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every asset of the scope for every search. Knows no word stems and forgives no typing errors. */
public final class InMemoryTextIndex implements TextIndex {
    private static final double IDENTIFYING = 1;
    private static final double FACTUAL = 0.6;
    private static final double DESCRIBING = 0.4;

    /** What is searched by its words, and neither identifies an asset nor describes it freely. */
    private static final List<AssetAttribute> FACTS = AssetAttribute.all().stream()
            .filter(attribute -> attribute.isUsedFor(AssetAttribute.Use.WORDS))
            .filter(Predicate.not(EnumSet.of(
                    AssetAttribute.NAME,
                    AssetAttribute.HOST_NAME,
                    AssetAttribute.FQDN,
                    AssetAttribute.SERIAL_NUMBER,
                    AssetAttribute.ASSET_TAG,
                    AssetAttribute.ADDRESSES,
                    AssetAttribute.DESCRIPTION)::contains))
            .toList();

    private static final int MOST_WORDS = 32;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NAME_BEFORE_NUMBER = Pattern.compile("(?<!\\p{L})(\\p{L}{2,}+)(\\p{N}+)");

    /** Some of those that PostgreSQL leaves out of English text. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "at", "by", "for", "in", "is", "not", "of", "on", "or", "the", "to", "with");

    private final InMemoryAssetCatalog catalog;
    private final InMemoryEmbeddingIndex embeddings;
    private final Supplier<EmbeddingSpace> activeSpace;

    /** @param activeSpace whose embeddings a search by words alone calls stale or not */
    public InMemoryTextIndex(
            InMemoryAssetCatalog catalog, InMemoryEmbeddingIndex embeddings, Supplier<EmbeddingSpace> activeSpace) {
        this.catalog = catalog;
        this.embeddings = embeddings;
        this.activeSpace = activeSpace;
    }

    @Override
    public SimilarAssets matching(TenantScope scope, TextQuery query) {
        Set<AssetId> due = due(scope, activeSpace.get());
        List<Match> matches = ranked(scope, query);
        List<SimilarAsset> hits = new ArrayList<>();
        for (Match match :
                matches.subList(0, Math.min(matches.size(), query.topK().value()))) {
            HitExplanation explanation =
                    new HitExplanation(null, match.explained(hits.size() + 1, query), match.identifier());
            hits.add(new SimilarAsset(
                    match.asset(), match.score(), due.contains(match.asset().id()), explanation));
        }
        return SimilarAssets.ofMatches(hits, query.topK(), CandidateCount.exactly(matches.size()));
    }

    @Override
    public SimilarAssets fused(TenantScope scope, FusedQuery query) {
        TextQuery text = query.text();
        TopK depth = ReciprocalRankFusion.depth(text.topK());
        SimilarAssets nearest = embeddings.nearest(
                scope,
                new NearestQuery(
                        query.space(), query.vector(), depth, text.filter(), MinimumScore.NONE, text.excluded()));
        Map<AssetId, Fused> fused = new LinkedHashMap<>();
        for (SimilarAsset hit : nearest.hits()) {
            if (hit.score() >= query.minimumScore().value()) {
                fused.put(hit.asset().id(), new Fused(hit.asset(), fused.size() + 1, null, null));
            }
        }
        List<Match> matches = ranked(scope, text);
        double best = matches.stream().mapToDouble(Match::score).max().orElse(0);
        for (int i = 0; i < Math.min(matches.size(), depth.value()); i++) {
            Match match = matches.get(i);
            if (!ReciprocalRankFusion.counts(match.score(), best, match.identified() > 0)) {
                continue;
            }
            Fused near = fused.get(match.asset().id());
            fused.put(
                    match.asset().id(),
                    new Fused(match.asset(), near == null ? null : near.vectorRank(), i + 1, match));
        }
        Set<AssetId> due = due(scope, query.space());
        List<SimilarAsset> hits = fused.values().stream()
                .sorted(Comparator.comparing(Fused::identified)
                        .thenComparing(Fused::score)
                        .reversed()
                        .thenComparing(Fused::asset, Asset.BY_NAME_AND_KEY))
                .limit(text.topK().value())
                .map(hit -> new SimilarAsset(
                        hit.asset(),
                        hit.score(),
                        due.contains(hit.asset().id()),
                        new HitExplanation(
                                vector(scope, query, hit),
                                hit.match() == null || hit.textRank() == null
                                        ? null
                                        : hit.match().explained(hit.textRank(), text),
                                hit.match() == null ? null : hit.match().identifier())))
                .toList();
        return SimilarAssets.ofFused(hits, text.topK(), query.minimumScore(), nearest.plan(), nearest.candidates());
    }

    private @Nullable VectorMatch vector(TenantScope scope, FusedQuery query, Fused hit) {
        EmbeddingVector vector =
                embeddings.find(scope, query.space(), hit.asset().id()).orElse(null);
        return vector == null ? null : new VectorMatch(hit.vectorRank(), vector.cosineSimilarity(query.vector()));
    }

    private Set<AssetId> due(TenantScope scope, EmbeddingSpace space) {
        return embeddings.findDue(scope, space, null, Integer.MAX_VALUE).stream()
                .map(Asset::id)
                .collect(Collectors.toSet());
    }

    /** All matches, best first. */
    private List<Match> ranked(TenantScope scope, TextQuery query) {
        Set<String> words = queryWords(query.text());
        List<Weighed> matching = catalog.all(scope)
                .filter(asset -> !asset.id().equals(query.excluded()))
                .filter(asset -> query.filter().accepts(asset.attributes()))
                .map(asset -> new Weighed(
                        asset,
                        weights(asset, words),
                        IdentifierMatch.of(asset, query.text()).orElse(null)))
                .filter(asset -> asset.identifier() != null || !asset.weights().isEmpty())
                .toList();
        Map<String, Double> rarity = new HashMap<>();
        for (String word : words) {
            long having = matching.stream()
                    .filter(asset -> asset.weights().containsKey(word))
                    .count();
            rarity.put(word, Math.log(1 + (matching.size() + 1) / (having + 0.5)));
        }
        return matching.stream()
                .map(asset -> new Match(asset.asset(), asset.score(rarity), asset.identifier(), words))
                .sorted(Comparator.comparing(Match::identified)
                        .thenComparing(Match::score)
                        .reversed()
                        .thenComparing(Match::asset, Asset.BY_NAME_AND_KEY))
                .toList();
    }

    private static Set<String> queryWords(QueryText text) {
        return identifierWords(text.value())
                .filter(word -> !STOP_WORDS.contains(word))
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of the words, those that the asset has, by the weightiest of the fields that have them. */
    private static Map<String, Double> weights(Asset asset, Collection<String> words) {
        AssetAttributes of = asset.attributes();
        Map<String, Double> weights = new HashMap<>();
        weigh(weights, DESCRIBING, identifierWords(of.description()));
        weigh(weights, FACTUAL, FACTS.stream().flatMap(attribute -> facts(attribute, of)));
        weigh(weights, FACTUAL, identifierWords(asset.relations()));
        weigh(weights, IDENTIFYING, words(of.addresses().toArray(String[]::new)));
        weigh(weights, IDENTIFYING, identifierWords(of.name(), of.hostName(), of.serialNumber(), of.assetTag()));
        weights.keySet().retainAll(words);
        return weights;
    }

    private static Stream<String> facts(AssetAttribute attribute, AssetAttributes of) {
        return switch (attribute.of(of)) {
            case null -> Stream.empty();
            case Collection<?> several -> several.stream().flatMap(one -> words(one.toString()));
            case Object one -> words(one.toString().replaceFirst("^cmdb_ci_", ""));
        };
    }

    private static void weigh(Map<String, Double> weights, double weight, Stream<String> words) {
        words.forEach(word -> weights.put(word, weight));
    }

    private static Stream<String> words(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .flatMap(text ->
                        WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> identifierWords(@Nullable String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).flatMap(text -> {
            Matcher names = NAME_BEFORE_NUMBER.matcher(text);
            return Stream.concat(words(text), words(names.replaceAll("$1 $2")));
        });
    }

    private record Weighed(
            Asset asset,
            Map<String, Double> weights,
            @Nullable IdentifierMatch identifier) {
        double score(Map<String, Double> rarity) {
            // In the order of words: sums of the same numbers in different orders differ.
            return weights.keySet().stream()
                    .sorted()
                    .mapToDouble(word -> weights.getOrDefault(word, 0.0) * rarity.getOrDefault(word, 0.0))
                    .sum();
        }
    }

    private record Match(
            Asset asset, double score, @Nullable IdentifierMatch identifier, Set<String> words) {
        int identified() {
            return identifier == null ? 0 : identifier.exact() ? 2 : 1;
        }

        TextMatch explained(int rank, TextQuery query) {
            List<HighlightedField> fields = query.highlights() ? Highlights.of(asset, words) : List.of();
            return new TextMatch(rank, score, fields);
        }
    }

    private record Fused(
            Asset asset,
            @Nullable Integer vectorRank,
            @Nullable Integer textRank,
            @Nullable Match match) {
        int identified() {
            return match == null ? 0 : match.identified();
        }

        double score() {
            return ReciprocalRankFusion.score(vectorRank, textRank);
        }
    }
}
