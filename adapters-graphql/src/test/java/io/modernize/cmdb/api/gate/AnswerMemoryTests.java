package io.modernize.cmdb.api.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerMemoryTests {
    private final Optional<ClientAccountId> northwind = account();
    private final Optional<ClientAccountId> harbor = account();

    @Test
    void givesAClientAccountItsShareAndNoMore() {
        AnswerMemory memory = new AnswerMemory(100, 25);

        memory.take(northwind, 25);
        assertThatThrownBy(() -> memory.take(northwind, 1)).isInstanceOf(OverloadedException.class);

        assertThatCode(() -> memory.take(harbor, 25)).doesNotThrowAnyException();
    }

    @Test
    void givesAllTogetherNoMoreThanThereIs() {
        AnswerMemory memory = new AnswerMemory(30, 25);
        memory.take(northwind, 25);

        assertThatThrownBy(() -> memory.take(harbor, 6)).isInstanceOf(OverloadedException.class);
        memory.take(harbor, 5);
        memory.giveBack(northwind, 25);

        assertThatCode(() -> memory.take(harbor, 20)).doesNotThrowAnyException();
    }

    @Test
    void hasRoomForOneAnswerOfAClientAccountHoweverSmallTheHeap() {
        AnswerMemory memory = AnswerMemory.of(8, 1_000);

        memory.take(northwind, 1_000);
        assertThatThrownBy(() -> memory.take(northwind, 1)).isInstanceOf(OverloadedException.class);
        assertThatCode(() -> memory.take(harbor, 1_000)).doesNotThrowAnyException();
    }

    @Test
    void isAQuarterOfAnEighthOfALargeHeap() {
        AnswerMemory memory = AnswerMemory.of(32_000, 100);

        memory.take(northwind, 1_000);

        assertThatThrownBy(() -> memory.take(northwind, 1)).isInstanceOf(OverloadedException.class);
    }

    private static Optional<ClientAccountId> account() {
        return Optional.of(new ClientAccountId(UUID.randomUUID()));
    }
}
