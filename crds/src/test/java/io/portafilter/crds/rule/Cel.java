package io.portafilter.crds.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import java.util.List;
import java.util.Map;

/** The API server's expressions: CEL for Java with Kubernetes' functions for addresses. */
final class Cel {
    private static final CelType CIDR = OpaqueType.create("net.CIDR");
    private static final CelType IP = OpaqueType.create("net.IP");

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(
                    function("isCIDR", global("isCIDR_text", SimpleType.BOOL, SimpleType.STRING)),
                    function("isIP", global("isIP_text", SimpleType.BOOL, SimpleType.STRING)),
                    function("cidr", global("cidr_text", CIDR, SimpleType.STRING)),
                    function("ip", global("ip_text", IP, SimpleType.STRING), member("cidr_ip", IP, CIDR)),
                    function("family", member("ip_family", SimpleType.INT, IP)),
                    function("prefixLength", member("cidr_prefix", SimpleType.INT, CIDR)),
                    function("masked", member("cidr_masked", CIDR, CIDR)),
                    function("containsCIDR", member("cidr_contains_cidr", SimpleType.BOOL, CIDR, SimpleType.STRING)),
                    function("containsIP", member("cidr_contains_ip", SimpleType.BOOL, CIDR, SimpleType.STRING)))
            .addVar("self", SimpleType.DYN)
            .addVar("oldSelf", SimpleType.DYN)
            .addLibraries(CelExtensions.strings())
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .addLibraries(CelExtensions.strings())
            .addFunctionBindings(
                    CelFunctionBinding.from(
                            "isCIDR_text",
                            String.class,
                            text -> Cidr.parse(text).isPresent()),
                    CelFunctionBinding.from(
                            "isIP_text", String.class, text -> Ip.parse(text).isPresent()),
                    CelFunctionBinding.from("cidr_text", String.class, Cel::cidr),
                    CelFunctionBinding.from("ip_text", String.class, Cel::ip),
                    CelFunctionBinding.from("cidr_ip", Cidr.class, Cidr::ip),
                    CelFunctionBinding.from("ip_family", Ip.class, ip -> (long) ip.family()),
                    CelFunctionBinding.from("cidr_prefix", Cidr.class, cidr -> (long) cidr.prefix()),
                    CelFunctionBinding.from("cidr_masked", Cidr.class, Cidr::masked),
                    CelFunctionBinding.from(
                            "cidr_contains_cidr", Cidr.class, String.class, (cidr, text) -> cidr.contains(cidr(text))),
                    CelFunctionBinding.from(
                            "cidr_contains_ip", Cidr.class, String.class, (cidr, text) -> cidr.contains(ip(text))))
            .build();

    private final CelRuntime.Program program;

    private Cel(CelRuntime.Program program) {
        this.program = program;
    }

    static Cel compile(String expression) {
        try {
            return new Cel(RUNTIME.createProgram(COMPILER.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new AssertionError(expression, e);
        }
    }

    boolean holds(Object self) {
        return holds(Map.of("self", self));
    }

    boolean holds(Object self, Object oldSelf) {
        return holds(Map.of("self", self, "oldSelf", oldSelf));
    }

    private boolean holds(Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            throw new AssertionError(variables.toString(), e);
        }
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Ip ip(String text) {
        return Ip.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static CelFunctionDecl function(String name, CelOverloadDecl... overloads) {
        return CelFunctionDecl.newFunctionDeclaration(name, List.of(overloads));
    }

    private static CelOverloadDecl global(String id, CelType result, CelType argument) {
        return CelOverloadDecl.newGlobalOverload(id, result, argument);
    }

    private static CelOverloadDecl member(String id, CelType result, CelType... arguments) {
        return CelOverloadDecl.newMemberOverload(id, result, List.of(arguments));
    }
}
