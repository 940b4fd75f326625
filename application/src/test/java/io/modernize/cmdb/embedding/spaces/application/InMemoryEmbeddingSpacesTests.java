package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryEmbeddingSpacesTests extends EmbeddingSpacesContract {
    InMemoryEmbeddingSpacesTests() {
        super(TwoClients.random(), new InMemoryEmbeddingSpaces(InactiveSpaces.create(3)), InactiveSpaces.create(3));
    }
}
