package anbu.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.casework.Casework;
import anbu.casework.Task;
import anbu.households.RiskGroup;
import anbu.outreach.Outreach;
import anbu.testing.AnbuTest;
import anbu.testing.Concerned;
import anbu.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Nodes hold nothing, so two of them are two threads with transactions of their own: they meet only in the database. */
@AnbuTest
class TwoNodesIT {
    private static final int HOMES = 60;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Casework casework;

    @Autowired
    private Outreach outreach;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private Concerned concerned;

    @Autowired
    private MeterRegistry meters;

    @Test
    void whatTwoNodesReceiveAndJudgeAtTheSameTimeOpensOneCaseWithOneProcessAndOneStepForEachHome() throws Exception {
        var watched = new Watched(beans);
        var homes = IntStream.range(0, HOMES)
                .mapToObj(i -> watched.home(RiskGroup.HIGH))
                .toList();
        var missed = missed();
        var step = clock.instant().minus(Duration.ofHours(25));

        together(2, () -> {
            homes.forEach(home -> watched.offSince(home, step));
            return true;
        });
        clock.advance(Duration.ofSeconds(4));
        together(4, () -> {
            watched.look();
            return true;
        });

        for (var home : homes) {
            var files = watched.open(home);
            assertThat(files).as("open cases of one home").hasSize(1);
            var no = files.get(0).no();
            assertThat(processes
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(no)
                            .count())
                    .isEqualTo(1);
            assertThat(outreach.attempts(no)).hasSize(1);
        }
        assertThat(missed()).isEqualTo(missed);
    }

    @Test
    void manyPeopleWhoAskForTheNextTaskEachGetAnother() throws Exception {
        var cases = 40;
        for (var i = 0; i < cases; i++) {
            concerned.raise(concerned.home(), "WELLBEING", "CRITICAL");
        }
        var free = casework.openTasks().stream()
                .filter(task -> task.assignee() == null)
                .count();
        assertThat(free).isGreaterThanOrEqualTo(cases);

        var claimed = together(8, this::claimAll).stream().flatMap(List::stream).toList();

        assertThat(claimed).hasSize((int) free).doesNotHaveDuplicates();
    }

    private List<Long> claimAll() {
        var name = Thread.currentThread().getName();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_CASEWORKER"));
        var mine = new ArrayList<Long>();
        for (var next = casework.claimNext(); next.isPresent(); next = casework.claimNext()) {
            mine.add(next.map(Task::id).orElseThrow());
        }
        return mine;
    }

    private double missed() {
        return meters.counter("anbu.deadlines.missed").count();
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        var nodes = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var node : nodes.invokeAll(Collections.nCopies(threads, work))) {
                results.add(node.get());
            }
            return results;
        } finally {
            nodes.shutdownNow();
        }
    }
}
