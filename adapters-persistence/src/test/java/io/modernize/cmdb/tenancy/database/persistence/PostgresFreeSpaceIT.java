package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The free space of a real database, with the login of the application. */
@PersistenceTest
class PostgresFreeSpaceIT {
    /** More than any disk and any database has. */
    private static final DataSize ENORMOUS = DataSize.ofTerabytes(1_000_000);

    private static final DataSize SMALL = DataSize.ofBytes(1);

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private PostgresFreeSpace space(DataSize floor, @Nullable DataSize maxSize, @Nullable Path directory) {
        return new PostgresFreeSpace(
                new StorageProperties(floor, maxSize, directory == null ? null : directory.toString()), jdbc);
    }

    @Test
    void isUnknownAndThereforeEnoughWithoutSettings() {
        assertThat(space(ENORMOUS, null, null).inDatabase()).isEmpty();
    }

    @Test
    void isWhatTheDatabaseMayStillTake() {
        assertThat(space(SMALL, SMALL, null).inDatabase()).isPresent();
        assertThat(space(SMALL, ENORMOUS, null).inDatabase()).isEmpty();
    }

    @Test
    void isWhatTheDiskOfTheDatabaseHas() {
        assertThat(space(ENORMOUS, null, folder).inDatabase()).isPresent();
        assertThat(space(SMALL, null, folder).inDatabase()).isEmpty();
    }

    @Test
    void isTheSmallerOfBoth() {
        assertThat(space(SMALL, SMALL, folder).inDatabase()).isPresent();
        assertThat(space(ENORMOUS, DataSize.ofTerabytes(4_000_000), folder).inDatabase())
                .isPresent();
    }

    @Test
    void isWhatTheDiskOfADirectoryHasThatDoesNotExistYet() {
        Path missing = folder.resolve("exports/of/tomorrow");

        assertThat(space(ENORMOUS, null, null).at(missing)).isPresent();
        assertThat(space(SMALL, null, null).at(missing)).isEmpty();
    }

    @Test
    void isNotCheckedWithoutAFloor() {
        PostgresFreeSpace unchecked = space(DataSize.ofBytes(0), SMALL, folder);

        assertThat(unchecked.inDatabase()).isEmpty();
        assertThat(unchecked.at(folder)).isEmpty();
    }

    @Test
    void doesNotStartWithADirectoryThatIsElsewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageProperties(SMALL, null, "/no/such/directory"))
                .withMessageContaining("cmdb.database.data-directory");
    }
}
