package io.modernize.cmdb.operations.crash;

import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Received;
import java.util.List;

/** Texts that the provider was asked for, in their order. */
final class AskedTexts {
    private final DeepInfraStandIn provider;

    AskedTexts(DeepInfraStandIn provider) {
        this.provider = provider;
    }

    /** As a place in their order: texts from now on lie behind it. */
    int now() {
        return all().size();
    }

    List<String> since(int place) {
        List<String> all = all();
        return all.subList(place, all.size());
    }

    List<String> all() {
        return provider.received().stream()
                .map(Received::inputs)
                .flatMap(List::stream)
                .toList();
    }

    /** Those that the model was asked for. */
    List<String> of(String model) {
        return provider.received().stream()
                .filter(request -> model.equals(request.body().path("model").asString()))
                .map(Received::inputs)
                .flatMap(List::stream)
                .toList();
    }

    /** Of whoever calls with that key. */
    List<String> by(String key) {
        return provider.received().stream()
                .filter(request -> ("Bearer " + key).equals(request.authorization()))
                .map(Received::inputs)
                .flatMap(List::stream)
                .toList();
    }
}
