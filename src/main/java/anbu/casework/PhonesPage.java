package anbu.casework;

import anbu.platform.Page;
import anbu.platform.Refused;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows a telephone number in place of its masked form. */
@Page
class PhonesPage {
    private final Phones phones;

    PhonesPage(Phones phones) {
        this.phones = phones;
    }

    @PostMapping("/cases/{no}/phones/{who}")
    @PreAuthorize(CasePage.MAY_ACT)
    String show(@PathVariable String no, @PathVariable String who, Model page) {
        try {
            page.addAttribute("phone", phones.show(no, who));
            return "ui/phone :: shown";
        } catch (Refused refused) {
            page.addAttribute("sentence", refused.getMessage());
            return "ui/phone :: refused";
        }
    }
}
