package anbu.households;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Homes and their contacts for machines. */
@RestController
@RequestMapping("/api/v1/households")
@Tag(
        name = "households",
        description = "Watched homes and whom to call. Names and phone numbers are masked in every answer.")
class HouseholdsApi {
    private final Households households;
    private final Clock clock;

    HouseholdsApi(Households households, Clock clock) {
        this.households = households;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Access.READ)
    @Operation(summary = "One page of homes by id, after the given id")
    HouseholdView.Page list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100")
                    @Min(value = 1, message = "The limit is at least 1.") @Max(value = Households.LARGEST_PAGE, message = "The limit is at most 500.") int limit,
            Authentication reader) {
        var shown = Shown.to(reader);
        var page = households.page(after, limit).stream()
                .map(home -> HouseholdView.of(home, shown))
                .toList();
        return new HouseholdView.Page(
                page, page.size() < limit ? null : page.get(limit - 1).id());
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.READ)
    @Operation(summary = "One home")
    HouseholdView get(@PathVariable String id, Authentication reader) {
        return HouseholdView.of(households.get(id), Shown.to(reader));
    }

    @PostMapping
    @PreAuthorize(Access.WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a home; it is watched from now on")
    HouseholdView register(@RequestBody @Validated({Default.class, HouseholdForm.Creation.class}) HouseholdForm form) {
        households.register(List.of(form.created(clock.instant())));
        return HouseholdView.of(households.get(form.id()), Shown.MASKED);
    }

    @PutMapping("/{id}")
    @PreAuthorize(Access.WRITE)
    @Operation(summary = "Replace the data of a home; the version must be the current one")
    HouseholdView update(
            @PathVariable String id,
            @RequestBody @Validated({Default.class, HouseholdForm.Change.class}) HouseholdForm form) {
        households.update(form.changed(households.get(id)));
        return HouseholdView.of(households.get(id), Shown.MASKED);
    }

    @GetMapping("/{id}/contacts")
    @PreAuthorize(Access.READ_PEOPLE)
    @Operation(summary = "Whom to call for a home, in this order")
    List<ContactView> contacts(@PathVariable String id) {
        var home = households.get(id);
        return households.contacts(home.id()).stream().map(ContactView::of).toList();
    }

    @PutMapping("/{id}/contacts")
    @PreAuthorize(Access.WRITE)
    @Operation(summary = "Replace the ordered contacts of a home")
    List<ContactView> replaceContacts(@PathVariable String id, @RequestBody List<@Valid ContactForm> forms) {
        var contacts = new ArrayList<Contact>();
        for (var form : forms) {
            contacts.add(form.contact(id, contacts.size() + 1));
        }
        households.contacts(id, contacts);
        return contacts.stream().map(ContactView::of).toList();
    }
}
