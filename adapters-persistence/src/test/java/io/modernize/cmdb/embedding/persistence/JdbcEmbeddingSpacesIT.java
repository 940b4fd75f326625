package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpacesContract;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcEmbeddingSpacesIT extends EmbeddingSpacesContract {
    private final JdbcClient owner = KeptLogins.owner();
    private final EmbeddingSpaces spaces;

    @Autowired
    JdbcEmbeddingSpacesIT(TwoClients clients, EmbeddingSpaces spaces) {
        super(clients, spaces, TestSpaces.create(4));
        this.spaces = spaces;
    }

    @BeforeEach
    void beginAnew() {
        owner.sql("update embedding_spaces set active = false").update();
        owner.sql("update embedding_spaces set active = true where id = ?")
                .param(TestSpaces.create(3).id().value())
                .update();
    }

    @Test
    void sayThatThereIsNoneAtFirst() {
        owner.sql("update embedding_spaces set active = false").update();

        assertThatIllegalStateException().isThrownBy(() -> spaces.common());
        assertThatIllegalStateException().isThrownBy(() -> spaces.active(northwind));
    }
}
