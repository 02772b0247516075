package anbu.staff;

import anbu.platform.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts", description = "People and machines that may sign in")
class AccountsApi {
    private final Staff staff;

    AccountsApi(Staff staff) {
        this.staff = staff;
    }

    record NewAccount(
            @NotBlank(message = "The user name is missing.") String username,
            @NotBlank(message = "The password is missing.") String password,

            @NotBlank(message = "The name to show is missing.") @Size(max = 80, message = "The name to show has more than 80 characters.") String displayName,

            @NotEmpty(message = "An account without a role can do nothing; give at least one.") Set<Role> roles,

            @Nullable Team team) {}

    @PostMapping
    @PreAuthorize("hasRole('OPERATOR')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Creates an account; the password needs at least 12 characters")
    Staff.Account create(@Valid @RequestBody NewAccount account) {
        return staff.create(
                account.username(), account.password(), account.displayName(), account.roles(), account.team());
    }

    @GetMapping("/{username}")
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER', 'AUDITOR')")
    @Operation(summary = "One account, without its password")
    Staff.Account get(@PathVariable String username) {
        return staff.find(username).orElseThrow(() -> new NotFound("There is no account of this name."));
    }
}
