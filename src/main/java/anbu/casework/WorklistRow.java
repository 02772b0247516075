package anbu.casework;

import org.jspecify.annotations.Nullable;

/** One line of the worklist: a case with the task that is open for it, or none while the system works on it. */
record WorklistRow(CaseFile file, @Nullable Task task, Resident resident, Explanation why, Holder holder, Group group) {
    /** In this order on the page. */
    enum Group {
        PERSON,
        SYSTEM,
        DEVICE
    }

    static Group group(CaseFile file, @Nullable Task task) {
        if (file.kind().equals("DEVICE")) {
            return Group.DEVICE;
        }
        return task == null ? Group.SYSTEM : Group.PERSON;
    }

    /** Where the strip's red line stands, in hours after the last activity; 0 for none. */
    public long stripLimitHours() {
        return file.basis().equals("UNCHANGED") ? Math.round(file.limitHours()) : 0;
    }

    /** How close the due time has to be to look urgent: device work is slower. */
    public long soonMinutes() {
        return group == Group.DEVICE ? 60 : 10;
    }
}
