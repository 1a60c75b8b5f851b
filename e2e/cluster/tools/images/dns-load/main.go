// dns-load asks the DNS that its pod is configured with for the names in NAMES, separated by commas, in turn, RATE times a second.
// What is not answered within five seconds with NOERROR and a record is lost. Port 8080 tells:
//
//	/counts                    {"sent": …, "answered": …, "lost": …, "slowestMillis": …, "problems": […]}
//	/ask?name=…&type=A         {"code": "NOERROR", "answers": […]}, asked there and then, not counted;
//	                           &class=CH for what a server tells about itself, &server=ADDRESS for another server
//
// With no names it only answers /ask.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

const told = 10 // problems that are kept

type counts struct {
	Sent          int64    `json:"sent"`
	Answered      int64    `json:"answered"`
	Lost          int64    `json:"lost"`
	SlowestMillis int64    `json:"slowestMillis"`
	Problems      []string `json:"problems"`
}

type load struct {
	sync.Mutex
	server string
	now    counts
}

func (l *load) one(name string, id uint16) {
	sent := time.Now()
	l.Lock()
	l.now.Sent++
	l.Unlock()
	answer, err := ask(l.server, query{name: name, kind: "A"}, id)
	took := time.Since(sent).Milliseconds()
	l.Lock()
	defer l.Unlock()
	if err == nil && answer.Code == "NOERROR" && len(answer.Answers) > 0 {
		l.now.Answered++
		l.now.SlowestMillis = max(l.now.SlowestMillis, took)
		return
	}
	l.now.Lost++
	if len(l.now.Problems) < told {
		l.now.Problems = append(l.now.Problems, fmt.Sprintf("%s, sent at %s: %v %v after %d ms", name,
			sent.UTC().Format(time.RFC3339Nano), answer, err, took))
	}
}

// run starts each query at its time, however long earlier ones take.
func (l *load) run(names []string, rate int) {
	id := uint16(rand.Uint32()) // counts up: no two queries of the last 20 minutes at 50 a second have the same
	for range time.Tick(time.Second / time.Duration(rate)) {
		go l.one(names[int(id)%len(names)], id)
		id++
	}
}

func (l *load) snapshot() counts {
	l.Lock()
	defer l.Unlock()
	now := l.now
	now.Problems = append([]string{}, now.Problems...)
	return now
}

func main() {
	server, err := server()
	if err != nil {
		log.Fatal(err)
	}
	l := &load{server: server}
	if names := os.Getenv("NAMES"); names != "" {
		rate, err := strconv.Atoi(os.Getenv("RATE"))
		if err != nil || rate < 1 {
			log.Fatalf("RATE=%s: queries a second, 1 or more", os.Getenv("RATE"))
		}
		go l.run(strings.Split(names, ","), rate)
	}
	http.HandleFunc("/counts", func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).Encode(l.snapshot()) })
	http.HandleFunc("/ask", func(w http.ResponseWriter, r *http.Request) {
		to := server
		if other := r.FormValue("server"); other != "" {
			to = net.JoinHostPort(other, "53")
		}
		about := query{r.FormValue("name"), r.FormValue("type"), r.FormValue("class") == "CH"}
		answer, err := ask(to, about, uint16(rand.Uint32()))
		if err != nil {
			answer = reply{"NONE: " + err.Error(), []string{}}
		}
		json.NewEncoder(w).Encode(answer)
	})
	log.Printf("asking %s", server)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
