package anbu.policy;

/** Policy parameter: how several devices in one home are combined. */
public enum QuietWhen {
    /** Activity at any device shows life: the home is as quiet as the device used last. */
    ALL_DEVICES_QUIET,
    /** Each device must show life: the home is as quiet as the device that has been quiet for longest, of those that report and can show a person. */
    ANY_DEVICE_QUIET
}
