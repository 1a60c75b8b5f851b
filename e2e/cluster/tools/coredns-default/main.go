// CoreDNS with the plugins that upstream ships: the tests of Corefiles ask it for its opinion.
package main

import (
	_ "github.com/coredns/coredns/core/plugin"
	"github.com/coredns/coredns/coremain"
)

func main() { coremain.Run() }
