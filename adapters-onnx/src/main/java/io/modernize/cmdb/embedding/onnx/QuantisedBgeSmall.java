package io.modernize.cmdb.embedding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The model of langchain4j's jar, whose threads sleep while they have nothing to do.
 *
 * <p>By default the runtime's threads spin until their next part of a run arrives. That is fastest if the service has
 * its processors for itself. If it shares them, spinning threads keep the processor from the threads that they wait
 * for, and a run takes many times as long.
 */
final class QuantisedBgeSmall extends AbstractInProcessEmbeddingModel {
    private static final String MODEL = "bge-small-en-v1.5-q.onnx";
    private static final String TOKENISER = "bge-small-en-v1.5-q-tokenizer.json";

    /** The encoder of the JVM. It takes memory that no collector frees, and is never closed. */
    private static final class Loaded {
        static final OnnxBertBiEncoder ENCODER = load();

        private Loaded() {}
    }

    private final OnnxBertBiEncoder encoder = Loaded.ENCODER;

    QuantisedBgeSmall() {
        // Every call is on a thread of ours already.
        super(Runnable::run);
    }

    /** Loads the encoder, which takes one to two seconds. */
    private static OnnxBertBiEncoder load() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream model = open(MODEL);
                InputStream tokeniser = open(TOKENISER);
                SessionOptions options = new SessionOptions()) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxBertBiEncoder(
                    environment,
                    environment.createSession(model.readAllBytes(), options),
                    tokeniser,
                    // As the authors of the model have trained it.
                    PoolingMode.CLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The model in the jar cannot be loaded", e);
        }
    }

    private static InputStream open(String file) {
        InputStream stream = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + file);
        if (stream == null) {
            throw new IllegalStateException("The jar of the model has no " + file);
        }
        return stream;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
