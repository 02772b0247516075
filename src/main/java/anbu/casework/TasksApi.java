package anbu.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks", description = "What waits for a person, most urgent first")
class TasksApi {
    private static final String READERS = "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'AUDITOR')";
    private static final String WORKERS = "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER')";

    private final Casework casework;

    TasksApi(Casework casework) {
        this.casework = casework;
    }

    record CompleteTask(
            @NotNull(message = "The result is missing; send what came of the task.") StepResult result,

            @Nullable @Size(max = 2000, message = "The note has more than 2,000 characters.") String note) {}

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "Open tasks, by level and then by when they are due")
    List<Task> open() {
        return casework.openTasks();
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    @Operation(summary = "One task, open or done")
    Task get(@PathVariable long id) {
        return casework.task(id);
    }

    @PostMapping("/next")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Takes the most urgent task that nobody holds; 204 when there is none")
    ResponseEntity<Task> next() {
        return casework.claimNext().map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    @PostMapping("/{id}/claim")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Takes a task")
    Task claim(@PathVariable long id) {
        return casework.claim(id);
    }

    @PostMapping("/{id}/release")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Gives a task back to the queue")
    Task release(@PathVariable long id) {
        return casework.release(id);
    }

    @PostMapping("/{id}/complete")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Completes a task with its result")
    Task complete(@PathVariable long id, @Valid @RequestBody CompleteTask done) {
        return casework.complete(id, done.result(), done.note());
    }
}
