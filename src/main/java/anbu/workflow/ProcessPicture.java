package anbu.workflow;

import anbu.casework.Casework;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The picture of a case's process, and where in it the case stands. */
@RestController
class ProcessPicture {
    private static final String READERS =
            "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')";

    private final HistoryService history;
    private final RepositoryService repository;
    private final Casework casework;

    ProcessPicture(HistoryService history, RepositoryService repository, Casework casework) {
        this.history = history;
        this.repository = repository;
        this.casework = casework;
    }

    /** Ids of steps: where the process is now, and what it has passed. */
    record Where(Set<String> active, Set<String> done) {}

    @GetMapping(path = "/cases/{no}/process.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @PreAuthorize(READERS)
    String picture(@PathVariable String no) {
        var definition = instance(no).getProcessDefinitionId();
        try (var model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/cases/{no}/process.json")
    @PreAuthorize(READERS)
    Where where(@PathVariable String no) {
        var active = new TreeSet<String>();
        var done = new TreeSet<String>();
        for (var step : steps(no)) {
            (step.getEndTime() == null ? active : done).add(step.getActivityId());
        }
        return new Where(active, done);
    }

    private List<HistoricActivityInstance> steps(String no) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance(no).getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
    }

    private HistoricProcessInstance instance(String no) {
        casework.get(no);
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .singleResult();
    }
}
