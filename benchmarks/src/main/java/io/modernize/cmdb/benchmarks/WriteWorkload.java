package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Inserts new rows, in batches, into tables that are filled and indexed. */
final class WriteWorkload {
    private static final int BATCH = 500;
    private static final int COPY_BATCH = 5_000;

    private final Dataset dataset;
    private final Effort effort;
    private final Progress progress;

    WriteWorkload(Dataset dataset, Effort effort, Progress progress) {
        this.dataset = dataset;
        this.effort = effort;
        this.progress = progress;
    }

    WorkloadReport run(List<Contestant> contestants) throws Exception {
        List<LoadReport> loads = new ArrayList<>();
        List<WriteCase> cases = new ArrayList<>();
        List<Writer> writers = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                progress.say("writes: loading " + contestant.name());
                loads.add(contestant.load(dataset));
                Writer writer = contestant.writer();
                writers.add(writer);
                if (contestant instanceof ServiceContestant service) {
                    cases.addAll(casesOf(service, writer, writers));
                } else {
                    cases.add(new WriteCase(contestant.name(), writer, dataset, dataset::row, BATCH));
                }
            }
            int next = dataset.rows();
            for (WriteCase one : cases) {
                next = one.warmUp(next);
            }
            for (int round = 0; round < effort.rounds(); round++) {
                for (WriteCase one : cases) {
                    progress.say("writes: round " + (round + 1) + ", " + one.name());
                    next = one.round(next, effort.writeSeconds());
                }
            }
            return new WorkloadReport(
                    WorkloadKind.WRITES,
                    dataset.rows(),
                    dataset.dimensions(),
                    dataset.clients(),
                    WorkloadKind.WRITES.topK(),
                    loads,
                    List.of(),
                    List.of(),
                    cases.stream().map(WriteCase::measurement).toList(),
                    List.of());
        } finally {
            writers.forEach(Writer::close);
            for (Contestant contestant : contestants) {
                contestant.close();
            }
        }
    }

    private List<WriteCase> casesOf(ServiceContestant service, Writer writer, List<Writer> writers) throws Exception {
        List<WriteCase> cases = new ArrayList<>();
        int largest = Band.of(dataset, List.of()).getFirst().client();
        int small = dataset.clients() / 2;
        cases.add(new WriteCase(
                ServiceContestant.WRITES_SMALL, writer, dataset, number -> dataset.row(number, small), BATCH));
        cases.add(new WriteCase(
                ServiceContestant.WRITES_LARGE, writer, dataset, number -> dataset.row(number, largest), BATCH));
        cases.add(new WriteCase(ServiceContestant.WRITES_MIXED, writer, dataset, dataset::row, BATCH));
        for (ServiceContestant.WriteTarget target : service.copyTargets()) {
            writers.add(target.writer());
            cases.add(new WriteCase(
                    target.name(), target.writer(), dataset, number -> dataset.row(number, small), COPY_BATCH));
        }
        return cases;
    }
}
