package io.portafilter.contract;

/** The other side said something that the contract does not allow; the stream that carried it is of no further use. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence that says what. */
    public ContractException(String message) {
        super(message);
    }

    /** With the cause. */
    public ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
