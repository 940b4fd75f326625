package io.modernize.cmdb.api.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExecutionPlaceTests {
    private static final Optional<Duration> NO_TIME = Optional.of(Duration.ZERO);

    private final ClientAccountId northwind = new ClientAccountId(UUID.randomUUID());
    private final ClientAccountId harbor = new ClientAccountId(UUID.randomUUID());
    private final ExecutionPlaces places = places(2, 2);

    private static ExecutionPlaces places(int requests, int processors) {
        return new ExecutionPlaces(
                new Binder(new MapConfigurationPropertySource(
                                Map.of("cmdb.api.limits.requests", Integer.toString(requests))))
                        .bindOrCreate("cmdb.api.limits", ApiLimits.class),
                processors);
    }

    @Test
    void isOneForAllFieldsOfARequest() {
        ExecutionPlace place = new ExecutionPlace(places);

        place.take(northwind, 100, NO_TIME);
        place.take(northwind, 100, NO_TIME);
        place.take(harbor, 100, NO_TIME);
        assertThat(places.taken()).isEqualTo(1);

        place.giveBack();
        place.giveBack();
        assertThat(places.taken()).isZero();
    }

    @Test
    void isForFewLargeRequestsAtATime() {
        ExecutionPlaces four = places(4, 2);
        new ExecutionPlace(four).take(northwind, 1_400, NO_TIME);

        ExecutionPlace large = new ExecutionPlace(four);
        assertThatThrownBy(() -> large.take(northwind, 1_400, NO_TIME))
                .isInstanceOf(OverloadedException.class)
                .hasMessageContaining("large requests");
        new ExecutionPlace(four).take(northwind, 1_399, NO_TIME);
        new ExecutionPlace(four).take(harbor, 1_400, NO_TIME);
        assertThat(four.taken()).isEqualTo(3);
    }

    @Test
    void isGivenBackWithThePlaceForALargeRequest() {
        ExecutionPlace large = new ExecutionPlace(places);
        large.take(northwind, 1_400, NO_TIME);
        large.giveBack();

        new ExecutionPlace(places).take(harbor, 1_400, NO_TIME);

        assertThat(places.taken()).isEqualTo(1);
    }

    @Test
    void isLeftToAClientAccountThatHasNone() {
        new ExecutionPlace(places).take(northwind, 100, NO_TIME);

        assertThatThrownBy(() -> new ExecutionPlace(places).take(northwind, 100, NO_TIME))
                .isInstanceOf(OverloadedException.class);
        new ExecutionPlace(places).take(harbor, 100, NO_TIME);

        assertThat(places.taken()).isEqualTo(2);
    }

    @Test
    void isRefusedToAllFieldsOfARequestWhereItIsRefusedToOne() {
        ExecutionPlace first = new ExecutionPlace(places);
        first.take(northwind, 100, NO_TIME);
        ExecutionPlace refused = new ExecutionPlace(places);
        assertThatThrownBy(() -> refused.take(northwind, 100, NO_TIME)).isInstanceOf(OverloadedException.class);
        first.giveBack();

        assertThatThrownBy(() -> refused.take(northwind, 100, Optional.empty()))
                .isInstanceOf(OverloadedException.class);
        refused.giveBack();

        assertThat(places.taken()).isZero();
    }
}
