package anbu.monitoring;

import anbu.platform.NotFound;
import anbu.risk.Risk;
import anbu.risk.RiskModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "models", description = "The risk model: it may tighten a limit, never silence a rule")
class ModelsApi {
    private final Learning learning;
    private final Risk risk;
    private final Clock clock;

    ModelsApi(Learning learning, Risk risk, Clock clock) {
        this.learning = learning;
        this.risk = risk;
        this.clock = clock;
    }

    @GetMapping("/current")
    @PreAuthorize("hasAnyRole('POLICY_OFFICER', 'MANAGER', 'OPERATOR', 'AUDITOR')")
    @Operation(summary = "The model that scores now, and how well it does on homes it has not seen")
    RiskModel current() {
        return risk.current()
                .orElseThrow(() -> new NotFound("No risk model has been trained yet; limits are not tightened."));
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('POLICY_OFFICER', 'OPERATOR')")
    @Operation(summary = "Trains a model on the settled concerns of the last days and scores all homes by it")
    RiskModel train(@RequestParam(defaultValue = "90") int days) {
        var now = clock.instant();
        var model = learning.train(now.minus(Duration.ofDays(days)), now);
        learning.score(now);
        return model;
    }
}
