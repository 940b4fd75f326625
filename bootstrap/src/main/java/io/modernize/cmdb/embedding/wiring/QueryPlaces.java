package io.modernize.cmdb.embedding.wiring;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.QueryLength;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Embeds queries at places that client accounts share fairly. A model has as many places as it embeds queries at once,
 * so no query waits inside the model for those of another client account. Long queries have places of their own.
 */
final class QueryPlaces {
    /** The longest wait of a request for a place. Nobody waits longer for a search. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** The longest wait of work that has no deadline, such as a job. It better waits than fails. */
    private static final Duration LONGEST_WAIT_WITHOUT_DEADLINE = Duration.ofMinutes(1);

    /** The number of queries of one client account and length that may wait. */
    private static final int MOST_WAITING = 32;

    /** One of so many places is for client accounts that have none. */
    private static final int PLACES_PER_RESERVED = 4;

    private final TimeLeft timeLeft;
    private final Map<Lane, FairShares<ClientAccountId>> shares;

    /** Work that a model does side by side with its other work. */
    private record Lane(EmbeddingModel model, QueryLength length) {}

    QueryPlaces(EmbeddingModels models, TimeLeft timeLeft) {
        this.timeLeft = timeLeft;
        this.shares = models.all().stream()
                .flatMap(model -> Stream.of(QueryLength.values()).map(length -> new Lane(model, length)))
                .collect(Collectors.toUnmodifiableMap(lane -> lane, QueryPlaces::placesOf));
    }

    /**
     * Embeds the query when the client account has a place for it.
     *
     * @param model one of the configured models
     * @throws io.modernize.cmdb.tenancy.shares.application.OverloadedException if too many queries of the client
     *     account wait already, or if no place became free in time
     * @throws EmbeddingUnavailableException as in {@link EmbeddingModel#embedQuery}, and on interruption
     */
    EmbeddingVector embed(ClientAccountId clientAccountId, EmbeddingModel model, String query) {
        FairShares<ClientAccountId> places =
                Objects.requireNonNull(shares.get(new Lane(model, model.lengthOf(query))), "a configured model");
        try (FairShares.Place place = places.take(clientAccountId, patience())) {
            return model.embedQuery(query);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailableException(
                    Reason.UNREACHABLE, "interrupted while waiting to embed a query", null, e);
        }
    }

    /** The number of queries that wait for a place. */
    int waiting() {
        return shares.values().stream().mapToInt(FairShares::waiting).sum();
    }

    private Duration patience() {
        return timeLeft.timeLeft()
                .map(left -> left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT)
                .orElse(LONGEST_WAIT_WITHOUT_DEADLINE);
    }

    private static FairShares<ClientAccountId> placesOf(Lane lane) {
        int places = lane.model().queriesAtOnce(lane.length());
        int reserved = places == 1 ? 0 : Math.ceilDiv(places, PLACES_PER_RESERVED);
        return new FairShares<>(
                lane.length().name().toLowerCase(Locale.ROOT) + " texts to embed",
                places,
                reserved,
                places - reserved,
                MOST_WAITING);
    }
}
