package io.portafilter.e2e.conformance;

/** Scenarios on folders. */
public final class OnFolders extends StepsOn {
    /** For Cucumber. */
    public OnFolders() {
        super(FolderSite::open);
    }
}
