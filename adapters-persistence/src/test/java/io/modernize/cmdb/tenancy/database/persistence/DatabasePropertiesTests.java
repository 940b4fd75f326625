package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.database.persistence.DatabaseProperties.Administration;
import io.modernize.cmdb.tenancy.database.persistence.DatabaseProperties.Background;
import io.modernize.cmdb.tenancy.database.persistence.DatabaseProperties.Login;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabasePropertiesTests {
    private static final Map<String, String> REQUIRED = Map.of(
            "cmdb.database.url", "jdbc:postgresql://localhost/cmdb",
            "cmdb.database.owner.username", "owner",
            "cmdb.database.owner.password", "secret",
            "cmdb.database.application.username", "application",
            "cmdb.database.application.password", "secret");

    @Test
    void hasConnectionsForEachKindOfWorkUnlessTold() {
        DatabaseProperties properties = new Binder(new MapConfigurationPropertySource(REQUIRED))
                .bind("cmdb.database", DatabaseProperties.class)
                .get();

        assertThat(properties.application().maximumPoolSize()).isEqualTo(10);
        assertThat(properties.background()).isEqualTo(new Background(10));
        assertThat(properties.administration()).isEqualTo(new Administration(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void refusesPoolsWithoutConnectionsAndWithTooMany(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Login("application", "secret", size))
                .withMessageContaining("cmdb.database.application.maximum-pool-size is " + size);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Background(size))
                .withMessageContaining("cmdb.database.background.maximum-pool-size is " + size);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Administration(size))
                .withMessageContaining("cmdb.database.administration.maximum-pool-size is " + size);
    }
}
